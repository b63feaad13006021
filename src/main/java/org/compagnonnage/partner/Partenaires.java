package org.compagnonnage.partner;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.compagnonnage.organisation.Organisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Partner accounts and their keys. A key is 256 random bits, shown once; only its SHA-256
 * is kept, and found by the index, so that comparing takes no time that depends on the
 * key.
 */
@Component
public class Partenaires {

	/** No key lives longer. */
	static final int MOIS_DE_VALIDITE = 18;

	private static final Duration PRECISION_UTILISATION = Duration.ofMinutes(1);

	private final SecureRandom hasard = new SecureRandom();

	private final JdbcClient jdbc;

	private final Organisation organisation;

	private final Clock clock;

	Partenaires(JdbcClient jdbc, Organisation organisation, Clock clock) {
		this.jdbc = jdbc;
		this.organisation = organisation;
		this.clock = clock;
	}

	/** Whether this partner has an account. */
	public boolean existe(String id) {
		return this.jdbc.sql("select count(*) from partenaire where id = :id")
			.param("id", id)
			.query(Integer.class)
			.single() > 0;
	}

	/** Who is written to in matters of an account. */
	public Interlocuteur interlocuteur(String id) {
		return this.jdbc.sql("select nom, courriel from partenaire where id = :id")
			.param("id", id)
			.query((row, number) -> new Interlocuteur(row.getString("nom"), row.getString("courriel")))
			.single();
	}

	/**
	 * Creates the account of a partner.
	 * @throws IllegalArgumentException with a French message when a value is refused
	 */
	@Transactional
	public void creer(String id, String nom) {
		refuserSi(!id.matches("[a-z0-9][a-z0-9-]{0,63}"),
				"L'identifiant d'un partenaire a 1 à 64 lettres minuscules, chiffres ou tirets.");
		refuserSi(nom == null || nom.isBlank() || nom.length() > 100, "Le nom d'un partenaire a 1 à 100 caractères.");
		refuserSi(existe(id), "Le partenaire « " + id + " » existe déjà.");
		this.jdbc.sql("insert into partenaire (id, nom, actif, cree_le) values (:id, :nom, true, :maintenant)")
			.param("id", id)
			.param("nom", nom.strip())
			.param("maintenant", date(this.clock.instant()))
			.update();
	}

	/**
	 * Gives a partner a new random key.
	 * @param expire last day on which the key is valid, at most 18 months away
	 * @throws IllegalArgumentException with a French message when a value is refused
	 */
	@Transactional
	public CleDelivree delivrer(String partenaire, Collection<String> programmes, Collection<String> territoires,
			LocalDate expire) {
		byte[] octets = new byte[32];
		this.hasard.nextBytes(octets);
		String cle = "cmp_" + Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
		return delivrer(cle, partenaire, programmes, territoires, expire);
	}

	/** Gives a partner a key that is known beforehand: for the demo only. */
	@Transactional
	public CleDelivree delivrer(String cle, String partenaire, Collection<String> programmes,
			Collection<String> territoires, LocalDate expire) {
		List<String> connus = this.organisation.programmes().stream().map(Organisation.Programme::programme).toList();
		List<String> codes = this.organisation.perimetres();
		LocalDate aujourdhui = LocalDate.now(this.clock);
		refuserSi(!existe(partenaire), "Le partenaire « " + partenaire + " » n'existe pas.");
		refuserSi(programmes.isEmpty() || !connus.containsAll(programmes),
				"Donnez au moins un programme, parmi : " + String.join(", ", connus) + ".");
		refuserSi(territoires.isEmpty() || !codes.containsAll(territoires),
				"Donnez au moins un territoire ou une organisation, parmi : " + String.join(", ", codes) + ".");
		refuserSi(expire.isBefore(aujourdhui) || expire.isAfter(aujourdhui.plusMonths(MOIS_DE_VALIDITE)),
				"Une clé expire au plus tôt aujourd'hui, au plus tard dans " + MOIS_DE_VALIDITE + " mois.");
		String id = UUID.randomUUID().toString();
		this.jdbc.sql("""
				insert into cle_partenaire (id, partenaire, empreinte, programmes, territoires, cree_le, expire_le)
				values (:id, :partenaire, :empreinte, :programmes, :territoires, :creeLe, :expireLe)""")
			.param("id", id)
			.param("partenaire", partenaire)
			.param("empreinte", Empreinte.de(cle))
			.param("programmes", String.join(",", programmes))
			.param("territoires", String.join(",", territoires))
			.param("creeLe", date(this.clock.instant()))
			.param("expireLe", date(expire.plusDays(1).atStartOfDay(this.clock.getZone()).toInstant()))
			.update();
		return new CleDelivree(id, cle, expire);
	}

	/**
	 * Ends a key at once.
	 * @return false when there is no such key, or when it was revoked before
	 */
	@Transactional
	public boolean revoquer(String cle) {
		return this.jdbc
			.sql("update cle_partenaire set revoquee_le = :maintenant where id = :id and revoquee_le is null")
			.param("id", cle)
			.param("maintenant", date(this.clock.instant()))
			.update() == 1;
	}

	/** Recognises a partner by a key that was sent. */
	Verification verifier(String cle) {
		Instant maintenant = this.clock.instant();
		Optional<Ligne> trouvee = this.jdbc.sql("""
				select c.*, p.nom, p.actif from cle_partenaire c join partenaire p on p.id = c.partenaire
				where c.empreinte = :empreinte""").param("empreinte", Empreinte.de(cle)).query(Ligne::lire).optional();
		if (trouvee.isEmpty()) {
			return new Verification(Etat.INCONNUE, null);
		}
		Ligne ligne = trouvee.get();
		if (ligne.revoquee() || !ligne.actif()) {
			return new Verification(Etat.REVOQUEE, null);
		}
		if (!maintenant.isBefore(ligne.expireLe())) {
			return new Verification(Etat.EXPIREE, null);
		}
		if (ligne.derniereUtilisation() == null
				|| ligne.derniereUtilisation().isBefore(maintenant.minus(PRECISION_UTILISATION))) {
			noterUtilisation(ligne, maintenant);
		}
		return new Verification(Etat.VALABLE, ligne.partenaire());
	}

	private void noterUtilisation(Ligne ligne, Instant maintenant) {
		this.jdbc.sql("update cle_partenaire set derniere_utilisation = :maintenant where id = :id")
			.param("id", ligne.partenaire().cle())
			.param("maintenant", date(maintenant))
			.update();
	}

	private static OffsetDateTime date(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	private static void refuserSi(boolean refus, String message) {
		if (refus) {
			throw new IllegalArgumentException(message);
		}
	}

	/** A partner by its name; the address is null when nobody knows it. */
	public record Interlocuteur(String nom, String courriel) {
	}

	/** A new key: {@code cle} is shown this once, {@code id} serves to revoke it. */
	public record CleDelivree(String id, String cle, LocalDate expire) {
	}

	/** What became of a key. */
	enum Etat {

		VALABLE, INCONNUE, REVOQUEE, EXPIREE

	}

	/** The outcome of a verification; the partner is null unless the key is valid. */
	record Verification(Etat etat, Partenaire partenaire) {
	}

	private record Ligne(Partenaire partenaire, boolean actif, boolean revoquee, Instant expireLe,
			Instant derniereUtilisation) {

		static Ligne lire(ResultSet row, int number) throws SQLException {
			OffsetDateTime utilisation = row.getObject("derniere_utilisation", OffsetDateTime.class);
			return new Ligne(
					new Partenaire(row.getString("partenaire"), row.getString("nom"), row.getString("id"),
							ensemble(row.getString("programmes")), ensemble(row.getString("territoires"))),
					row.getBoolean("actif"), row.getObject("revoquee_le") != null,
					row.getObject("expire_le", OffsetDateTime.class).toInstant(),
					(utilisation != null) ? utilisation.toInstant() : null);
		}

		private static Set<String> ensemble(String liste) {
			return new LinkedHashSet<>(List.of(liste.split(",")));
		}

	}

}
