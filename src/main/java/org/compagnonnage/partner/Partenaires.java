package org.compagnonnage.partner;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.compagnonnage.coordonnees.AdresseElectronique;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.organisation.Organisation;

import org.springframework.dao.DuplicateKeyException;
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

	/** Days that a key may stay valid beside the one that renews it. */
	static final int CHEVAUCHEMENT_MAXIMAL = 90;

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
	 * @param courriel where the partner is warned that a key ends
	 * @throws IllegalArgumentException with a French message when a value is refused
	 */
	@Transactional
	public void creer(String id, String nom, String courriel) {
		refuserSi(!id.matches("[a-z0-9][a-z0-9-]{0,63}"),
				"L'identifiant d'un partenaire a 1 à 64 lettres minuscules, chiffres ou tirets.");
		refuserSi(nom == null || nom.isBlank() || nom.length() > 100, "Le nom d'un partenaire a 1 à 100 caractères.");
		exigerCourriel(courriel);
		refuserSi(existe(id), "Le partenaire « " + id + " » existe déjà.");
		try {
			this.jdbc.sql("""
					insert into partenaire (id, nom, courriel, actif, cree_le)
					values (:id, :nom, :courriel, true, :maintenant)""")
				.param("id", id)
				.param("nom", nom.strip())
				.param("courriel", courriel)
				.param("maintenant", date(this.clock.instant()))
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw new IllegalArgumentException("Le partenaire « " + id + " » vient d'être créé par quelqu'un d'autre.",
					ex);
		}
	}

	/**
	 * Changes the address of a partner.
	 * @throws IllegalArgumentException with a French message when a value is refused
	 */
	@Transactional
	public void changerCourriel(String id, String courriel) {
		exigerCourriel(courriel);
		exigerPartenaire(id);
		this.jdbc.sql("update partenaire set courriel = :courriel where id = :id")
			.param("id", id)
			.param("courriel", courriel)
			.update();
	}

	/**
	 * Closes the account of a partner, so that all its keys are refused, or opens it
	 * again.
	 * @return false when it is so already
	 * @throws IllegalArgumentException with a French message when there is no such
	 * account
	 */
	@Transactional
	public boolean activer(String id, boolean actif) {
		exigerPartenaire(id);
		return this.jdbc.sql("update partenaire set actif = :actif where id = :id and actif <> :actif")
			.param("id", id)
			.param("actif", actif)
			.update() == 1;
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
		exigerPartenaire(partenaire);
		refuserSi(!estActif(partenaire),
				"Le compte du partenaire « " + partenaire + " » est désactivé : réactivez-le d'abord.");
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
			.param("expireLe", date(Cle.finDe(expire, this.clock.getZone())))
			.update();
		return new CleDelivree(id, cle, expire);
	}

	/**
	 * Gives the partner of a key in force a new one with the same scopes, and ends the
	 * old one some days later. Who renews the same key at the same moment waits, and is
	 * refused.
	 * @param chevauchement days after today during which both are valid; 0 ends the old
	 * one at once
	 * @param expire last day on which the new key is valid, at most 18 months away
	 * @throws IllegalArgumentException with a French message when a value is refused
	 */
	@Transactional
	public Renouvellement renouveler(String id, int chevauchement, LocalDate expire) {
		refuserSi(chevauchement < 0 || chevauchement > CHEVAUCHEMENT_MAXIMAL,
				"Les deux clés sont valables ensemble de 0 à " + CHEVAUCHEMENT_MAXIMAL + " jours.");
		this.jdbc.sql("select id from cle_partenaire where id = :id for update").param("id", id).query().listOfRows();
		Cle ancienne = trouver(id)
			.orElseThrow(() -> new IllegalArgumentException("Aucune clé n'a l'identifiant « " + id + " »."));
		ZonedDateTime maintenant = ZonedDateTime.now(this.clock);
		refuserRenouvellement(ancienne, maintenant.toInstant());
		CleDelivree nouvelle = delivrer(ancienne.partenaire(), ancienne.programmes(), ancienne.territoires(), expire);
		Instant fin = ancienne.finDuChevauchement(chevauchement, maintenant);
		this.jdbc.sql("update cle_partenaire set expire_le = :fin, remplacee_par = :nouvelle where id = :id")
			.param("fin", date(fin))
			.param("nouvelle", nouvelle.id())
			.param("id", id)
			.update();
		return new Renouvellement(ancienne.partenaire(), nouvelle, fin.isAfter(maintenant.toInstant())
				? fin.minusNanos(1).atZone(maintenant.getZone()).toLocalDate() : null);
	}

	private static void refuserRenouvellement(Cle cle, Instant maintenant) {
		refuserSi(cle.remplaceePar() != null,
				"La clé " + cle.id() + " a déjà été renouvelée, par la clé " + cle.remplaceePar() + ".");
		Cle.Etat etat = cle.etat(maintenant);
		refuserSi(etat == Cle.Etat.REVOQUEE, "La clé " + cle.id()
				+ " est révoquée, elle ne peut plus être renouvelée : créez une autre clé pour ce partenaire.");
		refuserSi(etat == Cle.Etat.EXPIREE, "La clé " + cle.id()
				+ " est expirée, elle ne peut plus être renouvelée : créez une autre clé pour ce partenaire.");
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

	/** Every key that was ever given, by partner, the latest last. */
	List<Cle> cles() {
		return this.jdbc.sql(Cle.LECTURE + "order by c.partenaire, c.cree_le, c.id").query(Cle::lire).list();
	}

	/** The key that has this id. */
	Optional<Cle> trouver(String id) {
		return this.jdbc.sql(Cle.LECTURE + "where c.id = :id").param("id", id).query(Cle::lire).optional();
	}

	/** Recognises a partner by a key that was sent. */
	Verification verifier(String envoyee) {
		Instant maintenant = this.clock.instant();
		Optional<Cle> trouvee = this.jdbc.sql(Cle.LECTURE + "where c.empreinte = :empreinte")
			.param("empreinte", Empreinte.de(envoyee))
			.query(Cle::lire)
			.optional();
		if (trouvee.isEmpty()) {
			return new Verification(Cle.Etat.INCONNUE, null);
		}
		Cle cle = trouvee.get();
		Cle.Etat etat = cle.etat(maintenant);
		if (etat != Cle.Etat.VALABLE) {
			return new Verification(etat, null);
		}
		if (cle.derniereUtilisation() == null
				|| cle.derniereUtilisation().isBefore(maintenant.minus(PRECISION_UTILISATION))) {
			noterUtilisation(cle, maintenant);
		}
		return new Verification(etat, cle.appelant());
	}

	/**
	 * Whether a key of the partner that is accepted now shows this case; none is when the
	 * account is closed.
	 */
	public boolean voit(Dossier dossier) {
		return appelants(dossier.partenaire()).stream()
			.anyMatch((appelant) -> appelant.couvre(dossier.programme(), dossier.perimetre()));
	}

	/** A partner by each of its keys that is accepted now. */
	public List<Partenaire> appelants(String id) {
		Instant maintenant = this.clock.instant();
		return this.jdbc.sql(Cle.LECTURE + "where c.partenaire = :partenaire")
			.param("partenaire", id)
			.query(Cle::lire)
			.list()
			.stream()
			.filter((cle) -> cle.etat(maintenant) == Cle.Etat.VALABLE)
			.map(Cle::appelant)
			.toList();
	}

	private void noterUtilisation(Cle cle, Instant maintenant) {
		this.jdbc.sql("update cle_partenaire set derniere_utilisation = :maintenant where id = :id")
			.param("id", cle.id())
			.param("maintenant", date(maintenant))
			.update();
	}

	private boolean estActif(String id) {
		return this.jdbc.sql("select actif from partenaire where id = :id")
			.param("id", id)
			.query(Boolean.class)
			.single();
	}

	private void exigerPartenaire(String id) {
		refuserSi(!existe(id), "Le partenaire « " + id + " » n'existe pas.");
	}

	private static void exigerCourriel(String courriel) {
		refuserSi(courriel == null || !AdresseElectronique.estPossible(courriel),
				"L'adresse électronique « " + courriel + " » n'est pas possible.");
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

	/**
	 * A new key in the place of another.
	 *
	 * @param dernierJourDeLAncienne last day on which the old key is valid too, or null
	 * when it ended at once
	 */
	public record Renouvellement(String partenaire, CleDelivree nouvelle, LocalDate dernierJourDeLAncienne) {
	}

	/** The outcome of a verification; the partner is null unless the key is valid. */
	record Verification(Cle.Etat etat, Partenaire partenaire) {
	}

}
