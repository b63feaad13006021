package org.compagnonnage.support;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.compagnonnage.form.Lignes;

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

	/** From the request to the start of the mission. */
	public MissionScenario cadrer() {
		return juger("recevable", null).planifier().composer().former().executer("serviceTask_annoncerMission");
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
		return Lignes.de(atelier().tasklist().valeur(login, tache(login, tache, filiere), liste));
	}

	/** The id of the task of a filière. */
	public String tache(String login, String tache, String filiere) {
		return StreamSupport
			.stream(atelier().tasklist()
				.appeler(login, "GET",
						"/task?maxResults=100&taskDefinitionKey=" + tache + "&processInstanceBusinessKey="
								+ reference(),
						null)
				.reussie()
				.spliterator(), false)
			.map((trouvee) -> trouvee.path("id").asText())
			.filter((id) -> filiere.equals(atelier().tasklist().valeur(login, id, "filiere")))
			.findFirst()
			.orElseThrow();
	}

	/** The three steps of both filières, side by side. */
	public MissionScenario accompagner() {
		diagnostiquer().preconiser();
		for (int semaine = 1; semaine <= 3; semaine++) {
			suivreSemaine(semaine);
		}
		return agir();
	}

	/** The diagnostic of both filières. */
	public MissionScenario diagnostiquer() {
		EXPERTS.forEach((filiere, expert) -> {
			ENTREPRISES.get(filiere)
				.forEach((entreprise) -> terminer(expert, "userTask_diagnostiquerEntreprise",
						Map.of("entrepriseNom", entreprise), FiliereScenario.constat(entreprise)));
			terminer(expert, "userTask_analyserEnvironnement", Map.of("filiere", filiere),
					Map.of("environnementEconomique", "La demande augmente.", "environnementInstitutionnel",
							"La chambre de métiers ouvre un guichet.", "environnementSocial",
							"Les apprentis apprennent sans contrat."));
			terminer("coordinateur", "userTask_fixerPriorites", Map.of("filiere", filiere),
					FiliereScenario.priorites());
		});
		return executerTous("serviceTask_produireRapport", "serviceTask_envoyerRapport");
	}

	private MissionScenario preconiser() {
		String echeance = atelier().clock().today().plusDays(30).toString();
		Map<String, Object> saisie = Map.of("nouvellesPreconisations",
				List.of(FiliereScenario.preconisation("Sécher le bois", echeance)));
		EXPERTS.forEach((filiere, expert) -> {
			ENTREPRISES.get(filiere)
				.forEach((entreprise) -> terminer(expert, "userTask_preconiserEntreprise",
						Map.of("entrepriseNom", entreprise), saisie));
			GROUPES.get(filiere)
				.forEach(
						(groupe) -> terminer(expert, "userTask_preconiserGroupe", Map.of("groupeNom", groupe), saisie));
		});
		return executerTous("serviceTask_produirePreconisations", "serviceTask_envoyerPreconisations");
	}

	private MissionScenario suivreSemaine(int semaine) {
		atelier().clock().set(atelier().clock().instant().plus(Duration.ofDays(7)));
		executerTous("event_semaineEcoulee");
		EXPERTS.forEach((filiere, expert) -> {
			Map<String, Object> saisie = new HashMap<>();
			saisie.put("preconisations", lignes(expert, "userTask_suivreSemaine", filiere, "preconisations"));
			if (semaine == 3) {
				saisie.put("accompagnementTermine", true);
			}
			terminer(expert, "userTask_suivreSemaine", Map.of("filiere", filiere), saisie);
		});
		return this;
	}

	private MissionScenario agir() {
		EXPERTS.forEach((filiere, expert) -> GROUPES.get(filiere).forEach((groupe) -> {
			Map<String, String> celleDuGroupe = Map.of("groupeNom", groupe);
			String jour = atelier().clock().today().toString();
			terminer(expert, "userTask_concevoirAction", celleDuGroupe,
					Map.of("actionIntitule", "Acheter ensemble", "actionObjectif", "Payer 10 % moins cher.",
							"actionDescription", "Un appel d'offres par trimestre.", "actionDebut", jour, "actionFin",
							atelier().clock().today().plusDays(60).toString(), "actionBudget", 1250.5));
			terminer("coordinateur", "userTask_validerAction", celleDuGroupe, Map.of("actionValidation", "validee"));
			terminer(expert, "userTask_suivreRealisation", celleDuGroupe, Map.of("actionAvancement",
					"Le premier achat est fait.", "actionCommenceeLe", jour, "actionTermineeLe", jour));
			terminer(expert, "userTask_enregistrerResultat", celleDuGroupe,
					Map.of("actionIssue", "realisee", "actionResultat", "Les matières coûtent 12 % de moins."));
		}));
		return this;
	}

	/** Each group says what it thinks of the mission. */
	public MissionScenario evaluer() {
		EXPERTS.forEach((filiere, expert) -> GROUPES.get(filiere)
			.forEach((groupe) -> terminer(expert, "userTask_evaluerMission", Map.of("groupeNom", groupe),
					evaluation(groupe))));
		return this;
	}

	public static Map<String, Object> evaluation(String groupe) {
		return Map.of("evaluationSatisfaction", 4, "evaluationParticipants", 5, "evaluationAcquis",
				groupe + " sait chiffrer un devis.", "evaluationSuites", "Exposer ensemble.");
	}

	/** The follow-up of each filière, once its time has come. */
	public MissionScenario suivre(String timer, String tache, int chiffre) {
		attendre(timer);
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

	/** The names of the groups of the mission. */
	public static Stream<String> groupes() {
		return GROUPES.values().stream().flatMap(List::stream);
	}

}
