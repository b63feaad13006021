package org.compagnonnage.mission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.compagnonnage.document.Ecriture;
import org.compagnonnage.form.Controle;
import org.compagnonnage.form.Erreur;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The recommendations of all missions, each with its status and thread: they outlive the
 * step that made them and the case.
 */
@Component
public class Preconisations {

	private static final String LIRE = """
			select p.id, p.numero, coalesce(e.nom, g.nom) as pour, p.entreprise, p.groupe, p.intitule, p.detail,
			p.etape_cycle, p.responsable, p.echeance, p.statut
			from preconisation p
			left join mission_entreprise e on e.id = p.entreprise
			left join mission_groupe g on g.id = p.groupe
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Preconisations(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Proposes recommendations to one enterprise or to one group.
	 * @param entreprise id of the enterprise, null when they are for a group
	 * @param groupe id of the group, null when they are for an enterprise
	 * @param par login of the person who writes them
	 */
	@Transactional
	void proposer(String reference, String filiere, String entreprise, String groupe,
			List<Preconisation.Nouvelle> nouvelles, String par) {
		int numero = dernierNumero(reference, filiere);
		OffsetDateTime maintenant = maintenant();
		for (Preconisation.Nouvelle nouvelle : nouvelles) {
			String id = UUID.randomUUID().toString();
			this.jdbc.sql("""
					insert into preconisation (id, reference, filiere, entreprise, groupe, numero, intitule, detail,
					etape_cycle, responsable, echeance, statut, cree_le)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(id, reference, filiere, entreprise, groupe, ++numero, nouvelle.intitule(), nouvelle.detail(),
						nouvelle.etape().code(), nouvelle.responsable(), nouvelle.echeance(),
						StatutPreconisation.PROPOSEE.code(), maintenant)
				.update();
			inscrire(id, maintenant, par, StatutPreconisation.PROPOSEE, null);
		}
	}

	/**
	 * Experts who write at the same moment wait here for one another, so that no number
	 * is given twice.
	 */
	private int dernierNumero(String reference, String filiere) {
		reserver(reference, filiere);
		return this.jdbc.sql("select coalesce(max(numero), 0) from preconisation where reference = ? and filiere = ?")
			.params(reference, filiere)
			.query(Integer.class)
			.single();
	}

	/** The recommendations of a filière, those that are not closed first. */
	List<Preconisation> deLaFiliere(String reference, String filiere) {
		return this.jdbc.sql(LIRE + """
				where p.reference = ? and p.filiere = ?
				order by case when p.statut in ('faite', 'non-retenue') then 1 else 0 end, p.numero""")
			.params(reference, filiere)
			.query(Preconisations::lire)
			.list();
	}

	/**
	 * The individual recommendations of an enterprise and the collective ones of its
	 * group.
	 * @param groupe id of the group
	 */
	List<Preconisation> deLEntreprise(String entreprise, String groupe) {
		return this.jdbc.sql(LIRE + "where p.entreprise = ? or p.groupe = ? order by p.numero")
			.params(entreprise, groupe)
			.query(Preconisations::lire)
			.list();
	}

	/** The collective recommendations of a group. */
	List<Preconisation> duGroupe(String groupe) {
		return this.jdbc.sql(LIRE + "where p.groupe = ? order by p.numero")
			.param(groupe)
			.query(Preconisations::lire)
			.list();
	}

	/** The threads of the recommendations of a filière, newest entry first. */
	List<Preconisation.Suivi> fil(String reference, String filiere) {
		return fil(reference, filiere, "", Integer.MAX_VALUE);
	}

	/**
	 * The notes in these threads, newest first.
	 * @param combien how many at most
	 */
	List<Preconisation.Suivi> notes(String reference, String filiere, int combien) {
		return fil(reference, filiere, "and s.note is not null", combien);
	}

	private List<Preconisation.Suivi> fil(String reference, String filiere, String condition, int combien) {
		return this.jdbc.sql("""
				select s.le, s.par, p.numero, s.statut, s.note
				from preconisation_suivi s join preconisation p on p.id = s.preconisation
				where p.reference = ? and p.filiere = ? %s
				order by s.le desc, p.numero, s.id
				limit ?""".formatted(condition))
			.params(reference, filiere, combien)
			.query((ligne, rang) -> new Preconisation.Suivi(
					ligne.getObject("le", OffsetDateTime.class).atZoneSameInstant(this.clock.getZone()).toLocalDate(),
					ligne.getString("par"), ligne.getInt("numero"), StatutPreconisation.of(ligne.getString("statut")),
					ligne.getString("note")))
			.list();
	}

	/**
	 * The rows in which people change statuses ({@code numero}, {@code intitule},
	 * {@code statut}, {@code note}), those that are not closed first.
	 */
	public List<Map<String, Object>> lignes(String reference, String filiere) {
		return deLaFiliere(reference, filiere).stream().map((preconisation) -> {
			Map<String, Object> ligne = new LinkedHashMap<>();
			ligne.put("numero", String.valueOf(preconisation.numero()));
			ligne.put("intitule", "%s : %s (%s, avant le %s)".formatted(preconisation.pour(), preconisation.intitule(),
					preconisation.responsable(), Ecriture.jour(preconisation.echeance())));
			ligne.put("statut", preconisation.statut().code());
			ligne.put("note", "");
			return ligne;
		}).toList();
	}

	/**
	 * What is wrong with the statuses and notes that were entered, before anything is
	 * written; a rule for every form that has these rows.
	 * @param vues rows {@code numero} and {@code statut} that the person was shown
	 */
	public List<Erreur> verifier(String reference, String filiere, List<Map<String, Object>> lignes,
			List<Map<String, Object>> vues) {
		return verifier(parNumero(reference, filiere), lignes, statuts(vues));
	}

	private static List<Erreur> verifier(Map<Integer, Preconisation> connues, List<Map<String, Object>> lignes,
			Map<Integer, StatutPreconisation> vus) {
		List<Erreur> erreurs = new ArrayList<>();
		for (int rang = 0; rang < lignes.size(); rang++) {
			Map<String, Object> ligne = lignes.get(rang);
			String champ = "preconisations[%d].".formatted(rang);
			Preconisation connue = connues.get(numero(ligne));
			if (connue == null) {
				erreurs.add(new Erreur(champ + "numero", "Cette préconisation n'existe pas dans la filière."));
				continue;
			}
			StatutPreconisation statut = voulu(ligne, vus, connue);
			if (!connue.statut().peutDevenir(statut)) {
				erreurs.add(new Erreur(champ + "statut", "De « %s », une préconisation ne passe pas à « %s »."
					.formatted(connue.statut().libelle(), statut.libelle())));
			}
			else if (connue.statut().demandeUneNote(statut) && Controle.vide(ligne.get("note"))) {
				erreurs.add(new Erreur(champ + "note", (statut == StatutPreconisation.NON_RETENUE)
						? "Dites pourquoi elle n'est pas retenue." : "Dites pourquoi elle est rouverte."));
			}
		}
		return erreurs;
	}

	/**
	 * Several people follow up the same recommendations: a status that somebody left as
	 * it was shown stays what it has become meanwhile.
	 */
	private static StatutPreconisation voulu(Map<String, Object> ligne, Map<Integer, StatutPreconisation> vus,
			Preconisation connue) {
		StatutPreconisation entre = statut(ligne);
		return (vus.get(numero(ligne)) == entre) ? connue.statut() : entre;
	}

	private static Map<Integer, StatutPreconisation> statuts(List<Map<String, Object>> lignes) {
		return lignes.stream().collect(Collectors.toMap(Preconisations::numero, Preconisations::statut));
	}

	/**
	 * Writes the statuses that changed and the notes, in the thread of each.
	 * @param lignes rows as {@link #lignes}, with what people changed
	 * @param vues rows {@code numero} and {@code statut} that the person was shown
	 * @param par login of the person who follows up
	 * @throws IllegalArgumentException when a row could not have been entered
	 */
	@Transactional
	public void suivre(String reference, String filiere, List<Map<String, Object>> lignes,
			List<Map<String, Object>> vues, String par) {
		reserver(reference, filiere);
		Map<Integer, Preconisation> connues = parNumero(reference, filiere);
		Map<Integer, StatutPreconisation> vus = statuts(vues);
		List<Erreur> erreurs = verifier(connues, lignes, vus);
		if (!erreurs.isEmpty()) {
			throw new IllegalArgumentException("Impossible follow-up of " + reference + " " + filiere + ": " + erreurs);
		}
		Map<StatutPreconisation, List<String>> changees = new EnumMap<>(StatutPreconisation.class);
		OffsetDateTime maintenant = maintenant();
		for (Map<String, Object> ligne : lignes) {
			Preconisation connue = connues.get(numero(ligne));
			StatutPreconisation statut = voulu(ligne, vus, connue);
			String note = Objects.toString(ligne.get("note"), "").strip();
			if (connue.statut() != statut) {
				changees.computeIfAbsent(statut, (nouveau) -> new ArrayList<>()).add(connue.id());
			}
			if (connue.statut() != statut || !note.isEmpty()) {
				inscrire(connue.id(), maintenant, par, statut, note.isEmpty() ? null : note);
			}
		}
		changees.forEach((statut, ids) -> this.jdbc.sql("update preconisation set statut = :statut where id in (:ids)")
			.param("statut", statut.code())
			.param("ids", ids)
			.update());
	}

	/** Who writes to the recommendations of a filière waits for whoever does already. */
	private void reserver(String reference, String filiere) {
		this.jdbc.sql("select rang from mission_filiere where reference = ? and filiere = ? for update")
			.params(reference, filiere)
			.query(Integer.class)
			.optional();
	}

	private void inscrire(String id, OffsetDateTime le, String par, StatutPreconisation statut, String note) {
		this.jdbc.sql("insert into preconisation_suivi (preconisation, le, par, statut, note) values (?, ?, ?, ?, ?)")
			.params(id, le, par, statut.code(), note)
			.update();
	}

	private Map<Integer, Preconisation> parNumero(String reference, String filiere) {
		return deLaFiliere(reference, filiere).stream()
			.collect(Collectors.toMap(Preconisation::numero, Function.identity()));
	}

	private static int numero(Map<String, Object> ligne) {
		return Integer.parseInt(ligne.get("numero").toString());
	}

	private static StatutPreconisation statut(Map<String, Object> ligne) {
		return StatutPreconisation.of((String) ligne.get("statut"));
	}

	private OffsetDateTime maintenant() {
		return OffsetDateTime.ofInstant(Instant.now(this.clock).truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
	}

	private static Preconisation lire(ResultSet ligne, int rang) throws SQLException {
		return new Preconisation(ligne.getString("id"), ligne.getInt("numero"), ligne.getString("pour"),
				ligne.getString("entreprise"), ligne.getString("groupe"), ligne.getString("intitule"),
				ligne.getString("detail"), EtapeCycle.of(ligne.getString("etape_cycle")),
				ligne.getString("responsable"), ligne.getObject("echeance", LocalDate.class),
				StatutPreconisation.of(ligne.getString("statut")));
	}

}
