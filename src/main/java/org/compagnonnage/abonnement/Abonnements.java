package org.compagnonnage.abonnement;

import java.net.URI;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.partner.Coffre;
import org.compagnonnage.partner.Partenaires;
import org.compagnonnage.partner.ProblemeException;
import org.compagnonnage.partner.TypeProbleme;

import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The webhook subscriptions of partners. A secret is 256 random bits, told once; it is
 * kept sealed, because signing needs it.
 */
@Component
class Abonnements {

	private static final String SELECT = "select id, partenaire, url, evenements, programmes, perimetres, etat, suspendu_le,"
			+ " suspendu_motif, cree_le from abonnement";

	/** Who closes an account closes its ear too. */
	private static final String OUVERT = "exists (select 1 from partenaire where partenaire.id = abonnement.partenaire"
			+ " and partenaire.actif)";

	private static final int OCTETS_SECRET = 32;

	/** How many secrets may sign a message: a header has its limits too. */
	private static final int SECRETS = 5;

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy 'à' HH:mm");

	private final SecureRandom hasard = new SecureRandom();

	private final JdbcClient jdbc;

	private final Coffre coffre;

	private final Partenaires partenaires;

	private final AbonnementSettings settings;

	private final Clock clock;

	Abonnements(JdbcClient jdbc, Coffre coffre, Partenaires partenaires, AbonnementSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.coffre = coffre;
		this.partenaires = partenaires;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Creates a subscription. The partner is reserved while its subscriptions are
	 * counted: two that are asked for at once, on any node, are created one after the
	 * other.
	 * @param perimetres of which périmètres it tells: those of the key that asks
	 * @param demande what was checked before
	 * @throws ProblemeException when the partner has as many as it may have
	 */
	@Transactional
	AbonnementCree creer(String partenaire, Collection<String> perimetres, DemandeAbonnement demande) {
		this.jdbc.sql("select id from partenaire where id = ? for update")
			.param(partenaire)
			.query(String.class)
			.single();
		if (duPartenaire(partenaire).size() >= this.settings.maximum()) {
			throw new ProblemeException(TypeProbleme.TROP_D_ABONNEMENTS, "Vous avez déjà " + this.settings.maximum()
					+ " abonnements, le plus qu'il puisse y en avoir : supprimez-en un.");
		}
		String id = UUID.randomUUID().toString();
		String secret = nouveauSecret();
		this.jdbc.sql("""
				insert into abonnement (id, partenaire, url, evenements, programmes, perimetres, secret, etat, cree_le)
				values (:id, :partenaire, :url, :evenements, :programmes, :perimetres, :secret, :etat, :maintenant)""")
			.param("id", id)
			.param("partenaire", partenaire)
			.param("url", demande.url())
			.param("evenements", String.join(",", demande.evenements()))
			.param("programmes", String.join(",", demande.programmes()))
			.param("perimetres", String.join(",", perimetres))
			.param("secret", sceller(secret))
			.param("etat", Abonnement.Etat.ACTIF.code())
			.param("maintenant", utc(this.clock.instant()))
			.update();
		return new AbonnementCree(trouver(id).orElseThrow(), secret);
	}

	Optional<Abonnement> trouver(String id) {
		return this.jdbc.sql(SELECT + " where id = ?").param(id).query(Abonnements::abonnement).optional();
	}

	/**
	 * A subscription to which may be sent now: active, of a partner whose account is
	 * open.
	 */
	Optional<Abonnement> actif(String id) {
		return this.jdbc.sql(SELECT + " where id = ? and " + OUVERT)
			.param(id)
			.query(Abonnements::abonnement)
			.optional()
			.filter(Abonnement::estActif);
	}

	/**
	 * Locks a subscription until the end of the transaction: nobody suspends or resumes
	 * it meanwhile.
	 * @return whether there is one
	 */
	boolean reserver(String id) {
		return this.jdbc.sql("select id from abonnement where id = ? for update")
			.param(id)
			.query(String.class)
			.optional()
			.isPresent();
	}

	/** Those that are suspended, of partners whose account is open. */
	List<String> suspendus() {
		return this.jdbc.sql("select id from abonnement where etat = ? and " + OUVERT)
			.param(Abonnement.Etat.SUSPENDU.code())
			.query(String.class)
			.list();
	}

	/** A subscription of this partner: of another's it learns nothing. */
	Optional<Abonnement> trouver(String partenaire, String id) {
		return trouver(id).filter((abonnement) -> abonnement.partenaire().equals(partenaire));
	}

	/** The subscriptions of a partner, the oldest first. */
	List<Abonnement> duPartenaire(String partenaire) {
		return this.jdbc.sql(SELECT + " where partenaire = ? order by cree_le, id")
			.param(partenaire)
			.query(Abonnements::abonnement)
			.list();
	}

	/**
	 * Who is to be told, the suspended ones too: they catch up once resumed. Nobody when
	 * no key of the partner shows the case any more: what is told ends with the right to
	 * ask.
	 */
	List<Abonnement> interesses(Dossier dossier, TypeEvenement evenement) {
		List<Abonnement> concernes = duPartenaire(dossier.partenaire()).stream()
			.filter((abonnement) -> abonnement.concerne(dossier, evenement))
			.toList();
		return (concernes.isEmpty() || this.partenaires.voit(dossier)) ? concernes : List.of();
	}

	/** Forgets a subscription, with all that was sent to it or waits. */
	@Transactional
	void supprimer(String id) {
		this.jdbc.sql("delete from abonnement where id = ?").param(id).update();
	}

	/**
	 * Gives a subscription a new secret; the one before signs beside it for a while, and
	 * so do those that were replaced shortly before: a receiver may have any of them. Who
	 * renews at the same moment waits.
	 * @return the new secret
	 * @throws ProblemeException when as many secrets sign as may, or it was just deleted
	 */
	@Transactional
	String renouvelerSecret(String id) {
		String ancien = this.jdbc.sql("select secret from abonnement where id = ? for update")
			.param(id)
			.query(String.class)
			.optional()
			.orElseThrow(AbonnementsDuPartenaire::inconnu);
		Instant maintenant = this.clock.instant();
		this.jdbc.sql("delete from abonnement_ancien_secret where abonnement = ? and jusqua <= ?")
			.params(id, utc(maintenant))
			.update();
		refuserTropDeSecrets(id, maintenant);
		this.jdbc.sql("insert into abonnement_ancien_secret (abonnement, secret, jusqua) values (?, ?, ?)")
			.params(id, ancien, utc(maintenant.plus(this.settings.validiteAncienSecret())))
			.update();
		String secret = nouveauSecret();
		this.jdbc.sql("update abonnement set secret = ? where id = ?").params(sceller(secret), id).update();
		return secret;
	}

	private void refuserTropDeSecrets(String id, Instant maintenant) {
		List<Instant> fins = this.jdbc
			.sql("select jusqua from abonnement_ancien_secret where abonnement = ? order by jusqua")
			.param(id)
			.query((row, number) -> instant(row, "jusqua"))
			.list();
		if (fins.size() >= SECRETS - 1) {
			long secondes = Duration.between(maintenant, fins.get(0)).toSeconds() + 1;
			ZonedDateTime possible = maintenant.plusSeconds(secondes).plusSeconds(59).atZone(this.clock.getZone());
			throw new ProblemeException(TypeProbleme.TROP_DE_SECRETS,
					SECRETS + " secrets signent déjà les envois de cet abonnement, le plus qu'il puisse y en avoir :"
							+ " le prochain renouvellement sera possible le " + MINUTE.format(possible) + ".")
				.avec(HttpHeaders.RETRY_AFTER, String.valueOf(secondes));
		}
	}

	/**
	 * Sends nothing any more.
	 * @param motif why, in French
	 * @return false when it was suspended already, or is gone
	 */
	@Transactional
	boolean suspendre(String id, String motif) {
		return this.jdbc
			.sql("update abonnement set etat = :suspendu, suspendu_le = :maintenant, suspendu_motif = :motif"
					+ " where id = :id and etat = :actif")
			.param("suspendu", Abonnement.Etat.SUSPENDU.code())
			.param("actif", Abonnement.Etat.ACTIF.code())
			.param("maintenant", utc(this.clock.instant()))
			.param("motif", motif)
			.param("id", id)
			.update() == 1;
	}

	/**
	 * Sends again.
	 * @return false when it was not suspended
	 */
	@Transactional
	boolean reprendre(String id) {
		return this.jdbc
			.sql("update abonnement set etat = :actif, suspendu_le = null, suspendu_motif = null"
					+ " where id = :id and etat = :suspendu")
			.param("suspendu", Abonnement.Etat.SUSPENDU.code())
			.param("actif", Abonnement.Etat.ACTIF.code())
			.param("id", id)
			.update() == 1;
	}

	/**
	 * What a message to a subscription is signed with now: its secret, and those before
	 * while they are valid, the latest first.
	 */
	List<String> secrets(String id) {
		return this.jdbc.sql("""
				select secret, null as jusqua from abonnement where id = :id
				union all select secret, jusqua from abonnement_ancien_secret
				where abonnement = :id and jusqua > :maintenant order by jusqua desc nulls first""")
			.param("id", id)
			.param("maintenant", utc(this.clock.instant()))
			.query((row, number) -> row.getString("secret"))
			.list()
			.stream()
			.map((scelle) -> this.coffre.ouvrir(Base64.getDecoder().decode(scelle)))
			.toList();
	}

	private String nouveauSecret() {
		byte[] octets = new byte[OCTETS_SECRET];
		this.hasard.nextBytes(octets);
		return "whsec_" + Base64.getEncoder().encodeToString(octets);
	}

	private String sceller(String secret) {
		return Base64.getEncoder().encodeToString(this.coffre.sceller(secret));
	}

	private static Abonnement abonnement(ResultSet row, int number) throws SQLException {
		return new Abonnement(row.getString("id"), row.getString("partenaire"), URI.create(row.getString("url")),
				elements(row, "evenements").map(TypeEvenement::de).collect(Collectors.toCollection(LinkedHashSet::new)),
				elements(row, "programmes").collect(Collectors.toCollection(LinkedHashSet::new)),
				elements(row, "perimetres").collect(Collectors.toCollection(LinkedHashSet::new)),
				Abonnement.Etat.de(row.getString("etat")), instant(row, "suspendu_le"), row.getString("suspendu_motif"),
				instant(row, "cree_le"));
	}

	private static Stream<String> elements(ResultSet row, String colonne) throws SQLException {
		return Arrays.stream(row.getString(colonne).split(","));
	}

	private static Instant instant(ResultSet row, String colonne) throws SQLException {
		OffsetDateTime date = row.getObject(colonne, OffsetDateTime.class);
		return (date != null) ? date.toInstant() : null;
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
