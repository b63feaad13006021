package org.compagnonnage.support;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.compagnonnage.form.Lignes;
import org.compagnonnage.support.Tasklist.Reponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One mission, step by step, with the people of the demo and an expert-métier for the
 * second filière.
 */
public class MissionScenario extends Scenario<MissionScenario> {

	/** The experts-métier of the mission, by filière. */
	public static final Map<String, String> EXPERTS = new TreeMap<>(
			Map.of("bois", "expert-metier-bois", "textile", MissionScenarios.EXPERT_TEXTILE));

	private static final Map<String, List<String>> GROUPES = Map.of("bois",
			List.of("Menuisiers de Dakar", "Ébénistes de Thiès"), "textile", List.of("Tisserandes"));

	private static final Map<String, List<String>> ENTREPRISES = Map.of("bois",
			List.of("Menuiserie Diallo", "Menuiserie Ndiaye", "Ébénisterie Sow", "Atelier Ba"), "textile",
			List.of("Tissages Faye", "Tissages Gueye"));

	MissionScenario(String reference, Atelier atelier) {
		super(reference, "mission-compagnonnage", atelier);
	}

	@Override
	protected MissionScenario self() {
		return this;
	}

	// Cadrage

	public MissionScenario juger(String recevabilite, String motif) {
		Map<String, Object> saisie = new HashMap<>(Map.of("recevabilite", recevabilite));
		if (motif != null) {
			saisie.put("recevabiliteMotif", motif);
		}
		return terminer("expert-cma", "userTask_instruireDemande", saisie);
	}

	/** The structure is asked for what is missing. */
	public MissionScenario renvoyer(String motif) {
		return juger("a-completer", motif).executer("serviceTask_demanderComplements");
	}

	/** What the structure answered, of a whole request. */
	public MissionScenario completer(Map<String, Object> demande) {
		Map<String, Object> complements = new LinkedHashMap<>(demande);
		complements.remove("perimetre");
		return terminer("coordinateur", "userTask_recueillirComplements", complements);
	}

	public MissionScenario planifier() {
		return terminer("expert-cma", "userTask_planifierMission",
				Map.of("coordinateur", "coordinateur", "missionDebut", "2026-11-02", "missionFin", "2026-11-29"));
	}

	public MissionScenario composer() {
		EXPERTS.forEach((filiere, expert) -> terminer("coordinateur", "userTask_composerEquipe",
				Map.of("filiere", filiere), Map.of("expertMetier", expert, "artisan", "artisan-sans-frontieres")));
		return this;
	}

	public MissionScenario former() {
		return terminer("expert-cma", "userTask_formerEquipe",
				Map.of("formationLe", atelier().clock().today().toString(), "formationFormateurs",
						"CMA Hauts-de-France", "formationContenu",
						"La méthode du compagnonnage et les outils du diagnostic."));
	}

	/** From the request to the team that is told. */
	public MissionScenario cadrer() {
		return juger("recevable", null).planifier()
			.composer()
			.former()
			.executer("serviceTask_annoncerMission")
			.executerTous("serviceTask_prevenirEquipe");
	}

	/** The first day of the mission comes. */
	public MissionScenario commencer() {
		return attendre("event_missionCommencee").ouvrirFilieres();
	}

	/** Each filière opens in a step of its own. */
	public MissionScenario ouvrirFilieres() {
		return executerTous("callActivity_accompagnerFilieres");
	}

	/** Somebody wants other dates. */
	public Reponse demanderReport(String login, String debut, String fin) {
		return atelier().tasklist()
			.demarrer(login, "mission-report", Map.of("referenceDossier", reference(), "missionDebut", debut,
					"missionFin", fin, "motif", "La salle n'est pas libre."));
	}

	/** The mission gets other dates. */
	public MissionScenario reporter(String login, String debut, String fin) {
		demanderReport(login, debut, fin).reussie();
		return this;
	}

	// Before, during and after

	/** The situation before the mission, in each filière. */
	public MissionScenario situer() {
		EXPERTS.keySet().forEach((filiere) -> situer(filiere, 1000));
		return this;
	}

	/**
	 * The situation of the enterprises of a filière: the first earns this, the next
	 * twice.
	 */
	public MissionScenario situer(String filiere, int chiffre) {
		return noter("userTask_etablirSituation", filiere, chiffre, "Les artisans travaillent seuls.");
	}

	private MissionScenario noter(String tache, String filiere, int chiffre, String constats) {
		Map<String, Object> saisie = new HashMap<>(Map.of("constats", constats));
		List<Map<String, Object>> situations = lignes(EXPERTS.get(filiere), tache, filiere, "situations");
		for (int i = 0; i < situations.size(); i++) {
			situations.get(i).put("chiffreAffaires", chiffre * (i + 1));
			situations.get(i).put("emplois", i + 2);
		}
		saisie.put("situations", situations);
		if (!"userTask_etablirSituation".equals(tache)) {
			saisie.put("preconisations", lignes(EXPERTS.get(filiere), tache, filiere, "preconisations"));
		}
		return terminer(EXPERTS.get(filiere), tache, Map.of("filiere", filiere), saisie);
	}

	/** The rows that a form of a filière shows. */
	public List<Map<String, Object>> lignes(String login, String tache, String filiere, String liste) {
		return lignes(login, tache, Map.of("filiere", filiere), liste);
	}

	private List<Map<String, Object>> lignes(String login, String tache, Map<String, String> selon, String liste) {
		return Lignes.de(atelier().tasklist()
			.valeur(login, atelier().tasklist().tache(login, reference(), tache, selon), liste));
	}

	/** The id of the task of a filière. */
	public String tache(String login, String tache, String filiere) {
		return atelier().tasklist().tache(login, reference(), tache, Map.of("filiere", filiere));
	}

	/** The three steps of both filières, side by side. */
	public MissionScenario accompagner() {
		return diagnostiquer().preconiser().suivreSemaines().agir();
	}

	/** The diagnostic of both filières, with its reports. */
	public MissionScenario diagnostiquer() {
		EXPERTS.keySet().forEach(this::etudier);
		return executerTous("serviceTask_produireRapport", "serviceTask_envoyerRapport");
	}

	/** The diagnostic of a filière, whose report is still to be written. */
	public MissionScenario etudier(String filiere) {
		String expert = EXPERTS.get(filiere);
		ENTREPRISES.get(filiere)
			.forEach((entreprise) -> terminer(expert, "userTask_diagnostiquerEntreprise",
					Map.of("entrepriseNom", entreprise), FiliereScenario.constat(entreprise)));
		return terminer(expert, "userTask_analyserEnvironnement", Map.of("filiere", filiere),
				Map.of("environnementEconomique", "La demande augmente.", "environnementInstitutionnel",
						"La chambre de métiers ouvre un guichet.", "environnementSocial",
						"Les apprentis apprennent sans contrat."))
			.terminer("coordinateur", "userTask_fixerPriorites", Map.of("filiere", filiere),
					FiliereScenario.priorites());
	}

	/** The recommendations of both filières, handed over. */
	public MissionScenario preconiser() {
		EXPERTS.keySet().forEach(this::formuler);
		return executerTous("serviceTask_produirePreconisations", "serviceTask_envoyerPreconisations");
	}

	/** The recommendations of a filière, which are still to be handed over. */
	public MissionScenario formuler(String filiere) {
		Map<String, Object> saisie = Map.of("nouvellesPreconisations", List
			.of(FiliereScenario.preconisation("Sécher le bois", atelier().clock().today().plusDays(30).toString())));
		ENTREPRISES.get(filiere)
			.forEach((entreprise) -> terminer(FiliereScenario.ARTISAN, "userTask_preconiserEntreprise",
					Map.of("entrepriseNom", entreprise), saisie));
		GROUPES.get(filiere)
			.forEach((groupe) -> terminer(FiliereScenario.ARTISAN, "userTask_preconiserGroupe",
					Map.of("groupeNom", groupe), saisie));
		return this;
	}

	/** The three weeks of both filières. */
	public MissionScenario suivreSemaines() {
		return suivreSemaines(EXPERTS.keySet());
	}

	/** The three weeks of these filières. */
	public MissionScenario suivreSemaines(Collection<String> filieres) {
		for (int semaine = 1; semaine <= 3; semaine++) {
			atelier().clock().set(atelier().clock().instant().plus(Duration.ofDays(7)));
			executerTous("event_semaineEcoulee");
			for (String filiere : filieres) {
				String expert = EXPERTS.get(filiere);
				Map<String, Object> saisie = new HashMap<>();
				saisie.put("preconisations", lignes(expert, "userTask_suivreSemaine", filiere, "preconisations"));
				if (semaine == 3) {
					saisie.put("accompagnementTermine", true);
				}
				terminer(expert, "userTask_suivreSemaine", Map.of("filiere", filiere), saisie);
			}
		}
		return this;
	}

	/** The actions of all groups, to their results. */
	private MissionScenario agir() {
		groupes().forEach((groupe) -> concevoir(groupe).valider(groupe).realiser(groupe).conclure(groupe));
		return this;
	}

	public MissionScenario concevoir(String groupe) {
		return terminer(expert(groupe), "userTask_concevoirAction", Map.of("groupeNom", groupe),
				Map.of("actionIntitule", "Acheter ensemble", "actionObjectif", "Payer 10 % moins cher.",
						"actionDescription", "Un appel d'offres par trimestre.", "actionDebut",
						atelier().clock().today().toString(), "actionFin",
						atelier().clock().today().plusDays(60).toString(), "actionBudget", 1250.5));
	}

	public MissionScenario valider(String groupe) {
		return terminer("coordinateur", "userTask_validerAction", Map.of("groupeNom", groupe),
				Map.of("actionValidation", "validee"));
	}

	public MissionScenario realiser(String groupe) {
		String jour = atelier().clock().today().toString();
		return terminer(expert(groupe), "userTask_suivreRealisation", Map.of("groupeNom", groupe), Map.of(
				"actionAvancement", "Le premier achat est fait.", "actionCommenceeLe", jour, "actionTermineeLe", jour,
				"preconisations",
				lignes(expert(groupe), "userTask_suivreRealisation", Map.of("groupeNom", groupe), "preconisations")));
	}

	public MissionScenario conclure(String groupe) {
		return terminer(expert(groupe), "userTask_enregistrerResultat", Map.of("groupeNom", groupe),
				Map.of("actionIssue", "realisee", "actionResultat", "Les matières coûtent 12 % de moins."));
	}

	/** Each group says what it thinks of the mission. */
	public MissionScenario evaluer() {
		groupes().forEach(this::evaluer);
		return this;
	}

	public MissionScenario evaluer(String groupe) {
		return terminer(expert(groupe), "userTask_evaluerMission", Map.of("groupeNom", groupe), evaluation(groupe));
	}

	private static String expert(String groupe) {
		return GROUPES.entrySet()
			.stream()
			.filter((filiere) -> filiere.getValue().contains(groupe))
			.map((filiere) -> EXPERTS.get(filiere.getKey()))
			.findFirst()
			.orElseThrow();
	}

	public static Map<String, Object> evaluation(String groupe) {
		return Map.of("evaluationSatisfaction", 4, "evaluationParticipants", 5, "evaluationAcquis",
				groupe + " sait chiffrer un devis.", "evaluationSuites", "Exposer ensemble.");
	}

	/** The follow-up of each filière, once its time has come. */
	public MissionScenario suivre(String timer, String tache, int chiffre) {
		attendreTous(timer);
		EXPERTS.keySet()
			.forEach((filiere) -> noter(tache, filiere, chiffre, "Les groupes achètent ensemble : " + filiere + "."));
		return this;
	}

	/** Both follow-ups. */
	public MissionScenario suivre() {
		return suivre("event_troisMois", "userTask_faireSuiviTroisMois", 1500).suivre("event_sixMois",
				"userTask_faireSuiviSixMois", 2000);
	}

	/** The coordinateur capitalises, and the documents leave. */
	public MissionScenario capitaliser(boolean centrePropose) {
		return terminer("coordinateur", "userTask_redigerNote", note(centrePropose))
			.executer("serviceTask_produireNote", "serviceTask_produirePlan", "serviceTask_envoyerCapitalisation");
	}

	public Map<String, Object> note(boolean centrePropose) {
		Map<String, Object> note = new HashMap<>(Map.of("noteBilan", "Trois groupes sont nés.", "noteEnseignements",
				"Commencer par un achat groupé.", "noteOffreServices", "Conseil en devis, séchoir partagé.",
				"planActions", List.of(Map.of("action", "Ouvrir un guichet de devis", "responsable", "Aminata Sarr",
						"echeance", atelier().clock().today().plusDays(90).toString())),
				"centrePropose", centrePropose));
		if (centrePropose) {
			note.put("centreObjet", "Un séchoir et un guichet pour les trois groupes.");
		}
		return note;
	}

	/** The ids of the enterprises' own letters, for what is told once. */
	public List<String> destinataires(String modele) {
		return atelier().lettres()
			.duDossier(reference())
			.stream()
			.filter((lettre) -> lettre.modele().equals(modele))
			.map(RecordingExpedition.LettrePartie::destinataire)
			.sorted()
			.toList();
	}

	/** The letter of a template that one person got. */
	public RecordingExpedition.LettrePartie lettrePour(String modele, String destinataire, String... mots) {
		List<RecordingExpedition.LettrePartie> lettres = atelier().lettres()
			.duDossier(reference())
			.stream()
			.filter((lettre) -> lettre.modele().equals(modele) && lettre.destinataire().equals(destinataire))
			.toList();
		assertThat(lettres).as(modele + " for " + destinataire).hasSize(1);
		return assertMots(lettres.get(0), mots);
	}

	/** The names of the groups of the mission. */
	public static Stream<String> groupes() {
		return EXPERTS.keySet().stream().flatMap((filiere) -> GROUPES.get(filiere).stream());
	}

}
