package org.compagnonnage.abonnement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The outbox and the log of deliveries. The events of one case for one subscription are a
 * thread: its row says whether a process delivers them, and whoever writes an event or
 * ends that process locks it first, so that no event is left without a process and no two
 * processes deliver the same thread.
 */
@Repository
class JournalLivraisons {

	private static final int ERREUR_MAXIMUM = 200;

	private static final String SELECT = "select id, abonnement, reference, rang, evenement, corps, etat, cree_le, fini_le"
			+ " from livraison";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final LivraisonSettings settings;

	private final TransactionTemplate seule;

	JournalLivraisons(JdbcClient jdbc, Clock clock, LivraisonSettings settings,
			PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.settings = settings;
		this.seule = new TransactionTemplate(transactions);
		this.seule.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** An id as the Standard Webhooks specification suggests it. */
	static String nouvelId() {
		return "msg_" + UUID.randomUUID().toString().replace("-", "");
	}

	/**
	 * Writes an event down behind the others of its thread, which stays locked until the
	 * end of the transaction. The event comes first: its foreign key keeps the
	 * subscription from being deleted meanwhile, in the order in which a deletion locks.
	 * @return whether the thread was at rest: then the caller has to start its process
	 */
	@Transactional
	boolean inscrire(String id, String abonnement, String reference, TypeEvenement evenement, String corps) {
		this.jdbc
			.sql("""
					insert into livraison (id, abonnement, reference, rang, evenement, corps, cree_le, etat)
					values (:id, :abonnement, :reference, nextval('livraison_rang'), :evenement, :corps, :maintenant, :etat)""")
			.param("id", id)
			.param("abonnement", abonnement)
			.param("reference", reference)
			.param("evenement", evenement.code())
			.param("corps", corps)
			.param("maintenant", maintenant())
			.param("etat", Livraison.Etat.EN_ATTENTE.code())
			.update();
		return reveiller(abonnement, reference);
	}

	/**
	 * Locks a thread and marks it as being delivered.
	 * @return whether it was at rest
	 */
	@Transactional
	boolean reveiller(String abonnement, String reference) {
		Optional<Boolean> actif = reserver(abonnement, reference);
		if (actif.isEmpty()) {
			this.jdbc.sql("insert into livraison_fil (abonnement, reference, actif) values (?, ?, true)")
				.params(abonnement, reference)
				.update();
		}
		else if (!actif.get()) {
			this.jdbc.sql("update livraison_fil set actif = true where abonnement = ? and reference = ?")
				.params(abonnement, reference)
				.update();
		}
		return !actif.orElse(false);
	}

	/**
	 * Locks a thread until the end of the transaction.
	 * @return whether a process delivers it; empty when there is no such thread, or no
	 * longer
	 */
	Optional<Boolean> reserver(String abonnement, String reference) {
		return this.jdbc.sql("select actif from livraison_fil where abonnement = ? and reference = ? for update")
			.params(abonnement, reference)
			.query(Boolean.class)
			.optional();
	}

	/** No process delivers the thread any more. */
	@Transactional
	void reposer(String abonnement, String reference) {
		this.jdbc.sql("update livraison_fil set actif = false where abonnement = ? and reference = ?")
			.params(abonnement, reference)
			.update();
	}

	/**
	 * Marks the threads of a subscription in which events wait and that no process
	 * delivers as being delivered. All those in which events wait are locked: a process
	 * that ends at this moment is waited for.
	 * @return the references of those that the caller has to start
	 */
	List<String> reveillerTous(String abonnement) {
		List<String> enAttente = this.jdbc.sql("""
				select distinct reference from livraison where abonnement = :abonnement and etat = :etat
				order by reference""")
			.param("abonnement", abonnement)
			.param("etat", Livraison.Etat.EN_ATTENTE.code())
			.query(String.class)
			.list();
		return enAttente.stream().filter((reference) -> reveiller(abonnement, reference)).toList();
	}

	/** The event of a thread whose turn it is. */
	Optional<Livraison> prochaine(String abonnement, String reference) {
		return this.jdbc
			.sql(SELECT + " where abonnement = ? and reference = ? and etat = ? order by rang fetch first 1 rows only")
			.params(abonnement, reference, Livraison.Etat.EN_ATTENTE.code())
			.query(JournalLivraisons::livraison)
			.optional();
	}

	/**
	 * The subscriptions to which may be sent, and in which events wait that no process
	 * delivers.
	 */
	List<String> abonnementsDelaisses() {
		return this.jdbc.sql("""
				select distinct fil.abonnement from livraison_fil fil
				join abonnement on abonnement.id = fil.abonnement
				join partenaire on partenaire.id = abonnement.partenaire
				where fil.actif = false and partenaire.actif = true and abonnement.etat = :actif
				and exists (select 1 from livraison where livraison.abonnement = fil.abonnement
					and livraison.reference = fil.reference and livraison.etat = :attente)""")
			.param("actif", Abonnement.Etat.ACTIF.code())
			.param("attente", Livraison.Etat.EN_ATTENTE.code())
			.query(String.class)
			.list();
	}

	/**
	 * Notes a try and, when the event was accepted, that it is delivered. Commits by
	 * itself: what becomes of the step does not undo what the partner received.
	 * @return the tries that failed, this one among them; null when it did not
	 */
	Echecs noter(Livraison livraison, Instant le, Resultat resultat) {
		return this.seule.execute((transaction) -> {
			this.jdbc.sql("""
					insert into livraison_tentative (livraison, numero, le, statut, duree_ms, erreur)
					select :livraison, coalesce(max(numero), 0) + 1, :le, :statut, :duree, :erreur
					from livraison_tentative where livraison = :livraison""")
				.param("livraison", livraison.id())
				.param("le", le.atOffset(ZoneOffset.UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
				.param("statut", resultat.statut(), java.sql.Types.INTEGER)
				.param("duree", resultat.duree().toMillis(), java.sql.Types.BIGINT)
				.param("erreur", abregee(resultat.erreur()), java.sql.Types.VARCHAR)
				.update();
			if (resultat.reussi()) {
				finir(livraison, Livraison.Etat.LIVREE);
				return null;
			}
			this.jdbc.sql(
					"update livraison set echecs = echecs + 1, echecs_depuis = coalesce(echecs_depuis, ?) where id = ?")
				.params(le.atOffset(ZoneOffset.UTC), livraison.id())
				.update();
			return this.jdbc.sql("select echecs, echecs_depuis from livraison where id = ?")
				.param(livraison.id())
				.query((row, number) -> new Echecs(row.getInt("echecs"), instant(row, "echecs_depuis")))
				.single();
		});
	}

	/** What waits for a subscription has all its tries again. */
	void oublierEchecs(String abonnement) {
		this.jdbc
			.sql("update livraison set echecs = 0, echecs_depuis = null"
					+ " where abonnement = ? and etat = ? and echecs > 0")
			.params(abonnement, Livraison.Etat.EN_ATTENTE.code())
			.update();
	}

	/** An event that waits has all its tries again. */
	void oublierEchecs(Livraison livraison) {
		this.jdbc.sql("update livraison set echecs = 0, echecs_depuis = null where id = ?")
			.param(livraison.id())
			.update();
	}

	/**
	 * Gives an event up: it stays in the log, and may be sent again. Commits by itself,
	 * so that no lock on it is held while others are waited for.
	 */
	void abandonner(Livraison livraison) {
		this.seule.executeWithoutResult((transaction) -> finir(livraison, Livraison.Etat.ECHOUEE));
	}

	private void finir(Livraison livraison, Livraison.Etat etat) {
		this.jdbc.sql("update livraison set etat = ?, fini_le = ? where id = ? and etat = ?")
			.params(etat.code(), maintenant(), livraison.id(), Livraison.Etat.EN_ATTENTE.code())
			.update();
	}

	/** Whether the subscription accepted anything since an instant. */
	boolean accepteDepuis(String abonnement, Instant instant) {
		return this.jdbc.sql("""
				select count(*) from livraison_tentative t join livraison l on l.id = t.livraison
				where l.abonnement = ? and t.statut between 200 and 299 and t.le >= ?""")
			.params(abonnement, instant.atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single() > 0;
	}

	/**
	 * Puts an event that is over behind the others of its thread.
	 * @return false when it waits already
	 */
	@Transactional
	boolean remettre(Livraison livraison) {
		return this.jdbc.sql("""
				update livraison set etat = :attente, rang = nextval('livraison_rang'), fini_le = null, echecs = 0,
				echecs_depuis = null
				where id = :id and etat <> :attente""")
			.param("attente", Livraison.Etat.EN_ATTENTE.code())
			.param("id", livraison.id())
			.update() == 1;
	}

	/** A delivery of a subscription, with its tries. */
	Optional<Livraison> trouver(String abonnement, String id) {
		return avecTentatives(this.jdbc.sql(SELECT + " where abonnement = ? and id = ?")
			.params(abonnement, id)
			.query(JournalLivraisons::livraison)
			.list()).stream().findFirst();
	}

	/**
	 * The deliveries of a subscription, latest first, with their tries.
	 * @param etat only those in this state, or null
	 */
	Page<Livraison> lister(String abonnement, Livraison.Etat etat, PageRequest page) {
		String where = " where abonnement = :abonnement" + ((etat != null) ? " and etat = :etat" : "");
		Map<String, Object> parametres = (etat != null) ? Map.of("abonnement", abonnement, "etat", etat.code())
				: Map.of("abonnement", abonnement);
		List<Livraison> contenu = this.jdbc
			.sql(SELECT + where + " order by rang desc offset :offset rows fetch next :taille rows only")
			.params(parametres)
			.param("offset", page.getOffset())
			.param("taille", page.getPageSize())
			.query(JournalLivraisons::livraison)
			.list();
		Long total = this.jdbc.sql("select count(*) from livraison" + where)
			.params(parametres)
			.query(Long.class)
			.single();
		return new PageImpl<>(avecTentatives(contenu), page, total);
	}

	private List<Livraison> avecTentatives(List<Livraison> livraisons) {
		if (livraisons.isEmpty()) {
			return livraisons;
		}
		Map<String, List<Livraison.Tentative>> tentatives = this.jdbc.sql("""
				select livraison, numero, le, statut, duree_ms, erreur from livraison_tentative
				where livraison in (:ids) order by livraison, numero""")
			.param("ids", livraisons.stream().map(Livraison::id).toList())
			.query((row, number) -> Map.entry(row.getString("livraison"), tentative(row)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		return livraisons.stream()
			.map((livraison) -> new Livraison(livraison.id(), livraison.abonnement(), livraison.reference(),
					livraison.rang(), livraison.evenement(), livraison.corps(), livraison.etat(), livraison.creeLe(),
					livraison.finiLe(), tentatives.getOrDefault(livraison.id(), List.of())))
			.toList();
	}

	/** Forgets, each night, what has been over for as long as the settings say. */
	@Scheduled(cron = "0 50 3 * * *", zone = "Europe/Paris")
	@Transactional
	void oublier() {
		Duration conservation = this.settings.conservation();
		this.jdbc.sql("delete from livraison where fini_le < ?")
			.param(this.clock.instant().minus(conservation).atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql("""
				delete from livraison_fil where actif = false and not exists (
					select 1 from livraison where livraison.abonnement = livraison_fil.abonnement
					and livraison.reference = livraison_fil.reference)""").update();
	}

	private OffsetDateTime maintenant() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static String abregee(String erreur) {
		return (erreur != null) ? erreur.substring(0, Math.min(erreur.length(), ERREUR_MAXIMUM)) : null;
	}

	private static Livraison livraison(ResultSet row, int number) throws SQLException {
		return new Livraison(row.getString("id"), row.getString("abonnement"), row.getString("reference"),
				row.getLong("rang"), TypeEvenement.de(row.getString("evenement")), row.getString("corps"),
				Livraison.Etat.de(row.getString("etat")), instant(row, "cree_le"), instant(row, "fini_le"), List.of());
	}

	private static Livraison.Tentative tentative(ResultSet row) throws SQLException {
		return new Livraison.Tentative(row.getInt("numero"), instant(row, "le"), row.getObject("statut", Integer.class),
				row.getLong("duree_ms"), row.getString("erreur"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime date = row.getObject(column, OffsetDateTime.class);
		return (date != null) ? date.toInstant() : null;
	}

	/**
	 * Tries of an event that failed, one after the other, since it was written down,
	 * replayed or resumed.
	 *
	 * @param depuis when the first of them was
	 */
	record Echecs(int nombre, Instant depuis) {
	}

}
