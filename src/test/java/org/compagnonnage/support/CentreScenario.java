package org.compagnonnage.support;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One resource centre, step by step: the animateur and the expert send their forms from
 * Tasklist, the test fires the jobs between two steps by element id.
 */
public class CentreScenario extends Scenario<CentreScenario> {

	private static final String ANIMATEUR = "animateur-crp";

	private static final String EXPERT = "expert-cma";

	CentreScenario(String reference, Atelier atelier) {
		super(reference, "centre-ressources", atelier);
	}

	@Override
	protected CentreScenario self() {
		return this;
	}

	// What people do

	/** The animateur answers the three conditions, and the notice leaves. */
	public CentreScenario examiner(boolean besoins, boolean appropriation, boolean corps) {
		return repondre(besoins, appropriation, corps).executer("serviceTask_redigerAvis", "serviceTask_envoyerAvis");
	}

	/** The animateur answers the three conditions; the notice is not written yet. */
	public CentreScenario repondre(boolean besoins, boolean appropriation, boolean corps) {
		return terminer(ANIMATEUR, "userTask_reunirElements", elements(besoins, appropriation, corps));
	}

	/** The expert recommends, and fixes a new look. */
	public CentreScenario fixerExamen(String le) {
		return terminer(EXPERT, "userTask_fixerExamen", Map.of("recommandations",
				"Signez une convention avec la région.", "eligibiliteSuite", "reexamen", "reexamenLe", le))
			.executer("serviceTask_annoncerSuite");
	}

	/** The expert recommends, and puts the centre off. */
	public CentreScenario differer() {
		return terminer(EXPERT, "userTask_fixerExamen",
				Map.of("recommandations", "Attendez la prochaine mission.", "eligibiliteSuite", "differer"))
			.executer("serviceTask_annoncerSuite");
	}

	/**
	 * Defines the centre with these families of services, trains its team, installs it.
	 */
	public CentreScenario equiper(String... familles) {
		return definir(familles).former().installer();
	}

	public CentreScenario definir(String... familles) {
		return terminer(ANIMATEUR, "userTask_definirPerimetre", perimetre(familles));
	}

	public CentreScenario former() {
		return terminer(EXPERT, "userTask_formerEquipe", equipe());
	}

	public CentreScenario installer() {
		return terminer(ANIMATEUR, "userTask_installerAteliers",
				Map.of("ateliers", List.of(Map.of("nom", "Atelier bois", "lieu", "Zone artisanale de Thiès",
						"equipements", "Raboteuse, scie à ruban", "installeLe", aujourdhui()))));
	}

	/** Prepares the next service and opens it today. */
	public CentreScenario ouvrirService(String nom) {
		return preparerService(nom).constaterOuverture().executer("serviceTask_inscrireService");
	}

	/** Prepares the next service, which has this name. */
	public CentreScenario preparerService(String nom) {
		return terminer(ANIMATEUR, "userTask_preparerService", Map.of("serviceNom", nom), preparation());
	}

	public CentreScenario constaterOuverture() {
		return terminer(ANIMATEUR, "userTask_ouvrirService", ouvertureService(aujourdhui()));
	}

	/** Opens the centre today; its exchanges go on. */
	public CentreScenario ouvrirCentre() {
		return constaterOuvertureCentre().executer("serviceTask_annoncerOuverture", "serviceTask_lancerEchanges");
	}

	public CentreScenario constaterOuvertureCentre() {
		return terminer(ANIMATEUR, "userTask_ouvrirCentre", Map.of("centreOuvertLe", aujourdhui(), "centreLieu",
				"12 route de Dakar, Thiès", "centreMessage", "Bravo à toutes et à tous."));
	}

	/** A year passes, an exchange is held on a day and told. */
	public CentreScenario echanger(String type, String le, String enseignements) {
		return attendre("event_anneeEcoulee")
			.terminer(ANIMATEUR, "userTask_preparerEchange",
					Map.of("echangeDecision", "organiser", "echangeType", type, "echangeLe", le, "echangeCentres",
							"CRP de Bobo-Dioulasso (Burkina Faso)"))
			.attendre("event_jourEchange")
			.terminer(ANIMATEUR, "userTask_dresserBilan",
					Map.of("echangeLe", le, "echangeCentres", "CRP de Bobo-Dioulasso (Burkina Faso)",
							"echangeEnseignements", enseignements))
			.executer("serviceTask_inscrireEchange");
	}

	/** A year passes without an exchange. */
	public CentreScenario decider(String decision) {
		return attendre("event_anneeEcoulee").terminer(ANIMATEUR, "userTask_preparerEchange",
				Map.of("echangeDecision", decision, "echangeMotif", "Les autres centres ne sont pas disponibles."));
	}

	/** The project is given up, and everybody engaged is told. */
	public CentreScenario abandonner(String motif) {
		return arreter(ANIMATEUR, motif).executerTous("serviceTask_prevenirPersonne");
	}

	private String aujourdhui() {
		return atelier().clock().today().toString();
	}

	/** What the form of a task shows of a variable. */
	public String montre(String login, String tache, String variable) {
		String id = atelier().tasklist().taches(login, reference()).get(tache);
		assertThat(id).as(login + " sees " + tache).isNotNull();
		return atelier().tasklist().valeur(login, id, variable);
	}

	// What the forms take

	/** The elements of an examination. */
	public static Map<String, Object> elements(boolean besoins, boolean appropriation, boolean corps) {
		Map<String, Object> elements = new LinkedHashMap<>();
		elements.put("animateur", ANIMATEUR);
		elements.put("expertCma", EXPERT);
		elements.put("besoinsIdentifies", besoins);
		elements.put("besoinsPreuve", "Note de capitalisation de la mission, offre de services en annexe.");
		elements.put("appropriationLancee", appropriation);
		elements.put("appropriationPreuve", "Trois groupes ont dessiné l'atelier commun.");
		elements.put("corpsPrets", corps);
		elements.put("corpsPreuve", "Accord de principe de la chambre de métiers.");
		return elements;
	}

	public static Map<String, Object> perimetre(String... familles) {
		return Map.of("centreNom", "Centre du bois de Thiès", "centrePublic", "Les menuisiers de la région de Thiès.",
				"centreContenu", "Un atelier commun et un magasin.", "services",
				Arrays.stream(familles)
					.map((famille) -> Map.of("famille", famille, "contenu", "Ce qu'apporte " + famille + "."))
					.toList());
	}

	/** A team of which one has no address and one is the structure's own contact. */
	public static Map<String, Object> equipe() {
		return Map.of("equipe",
				List.of(Map.of("nom", "Moussa Ndiaye", "fonction", "Animateur d'atelier", "courriel",
						"moussa@exemple.sn"), Map.of("nom", "Fatou Sow", "fonction", "Magasinière"),
						Map.of("nom", "Awa Diallo", "fonction", "Directrice", "courriel", "Awa@exemple.sn")),
				"formationDebut", "2026-09-01", "formationFin", "2026-09-12", "formationEconomique",
				"Achats groupés et gestion.", "formationAssociative", "Règles communes et décisions.",
				"formationTerritoriale", "Partenaires publics et privés.");
	}

	public Map<String, Object> preparation() {
		return Map.of("serviceMoyens", "Un magasinier et un stock de départ.", "serviceConditions",
				"Ouvert aux membres des groupes, sur réservation.", "serviceOuverturePrevueLe", aujourdhui(),
				"serviceResponsable", "Ibrahima Fall", "serviceResponsableCourriel", "ibrahima@exemple.sn");
	}

	public static Map<String, Object> ouvertureService(String le) {
		return Map.of("serviceOuvertLe", le, "serviceResponsable", "Ibrahima Fall", "serviceResponsableCourriel",
				"ibrahima@exemple.sn");
	}

}
