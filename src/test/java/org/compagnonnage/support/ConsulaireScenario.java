package org.compagnonnage.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.compagnonnage.support.Tasklist.Reponse;

/**
 * One consular programme, step by step: the expert of the network, the partenaire de
 * référence and the specialised expert send their forms from Tasklist.
 */
public class ConsulaireScenario extends Scenario<ConsulaireScenario> {

	public static final String EXPERT = "expert-cma";

	public static final String PARTENAIRE = "partenaire-reference";

	public static final String SPECIALISTE = "expert-specialise";

	/** An axis of each kind of support (S1). */
	public static final List<Map<String, String>> CINQ_AXES = List.of(
			axe("formation-elus-cadres", null, "Former les élus et les cadres", "site"),
			axe("plan-de-mandature", null, "Construire le plan de mandature", "site"),
			axe("structuration-administrative", null, "Structurer les services", "distance"),
			axe("mise-en-oeuvre", "repertoire-des-metiers", "Tenir le répertoire des métiers", "distance"),
			axe("offre-de-services", null, "Définir l'offre de services", "site"));

	private static final String PROGRAMME = "programme-consulaire";

	protected ConsulaireScenario(String reference, Atelier atelier) {
		super(reference, PROGRAMME, atelier);
	}

	@Override
	protected ConsulaireScenario self() {
		return this;
	}

	/** An expert enters the request of a chamber of trades. */
	public static ConsulaireScenario ouvrir(Atelier atelier) {
		String id = atelier.tasklist().demarrer(EXPERT, PROGRAMME, demande()).reussie().path("id").asText();
		return suivre(atelier,
				atelier.tasklist()
					.appeler(EXPERT, "GET", "/process-instance/" + id, null)
					.reussie()
					.path("businessKey")
					.asText());
	}

	/** A case that was opened otherwise. */
	public static ConsulaireScenario suivre(Atelier atelier, String reference) {
		return new ConsulaireScenario(reference, atelier);
	}

	/** What the start form sends. */
	public static Map<String, Object> demande() {
		Map<String, Object> demande = new HashMap<>();
		demande.put("perimetre", "cma-hauts-de-france");
		demande.put("structureNom", "Chambre de métiers de Dakar");
		demande.put("pays", "Sénégal");
		demande.put("contactPrenom", "Awa");
		demande.put("contactNom", "Ndiaye");
		demande.put("contactCourriel", "awa@exemple.sn");
		demande.put("contactTelephone", "+221 33 823 00 00");
		demande.put("objet", "Former nos élus et tenir un répertoire des métiers à jour.");
		return demande;
	}

	/** A row of the list of axes. */
	public static Map<String, String> axe(String domaine, String sousDomaine, String intitule, String modalite) {
		Map<String, String> axe = new HashMap<>();
		axe.put("domaine", domaine);
		axe.put("sousDomaine", sousDomaine);
		axe.put("intitule", intitule);
		axe.put("modalite", modalite);
		return axe;
	}

	// Cadrage

	public ConsulaireScenario instruire(String recevabilite, String motif) {
		return terminer(EXPERT, "userTask_instruireDemande",
				avec(Map.of("recevabilite", recevabilite), "recevabiliteMotif", motif));
	}

	/** Asks the structure for what is missing. */
	public ConsulaireScenario demanderComplements(String quoi) {
		return instruire("a-completer", quoi).executer("serviceTask_demanderComplements");
	}

	public ConsulaireScenario recueillirComplements(String complements) {
		Map<String, Object> saisie = demande();
		saisie.remove("perimetre");
		saisie.put("complements", complements);
		return terminer(EXPERT, "userTask_recueillirComplements", saisie);
	}

	public ConsulaireScenario identifier() {
		return terminer(EXPERT, "userTask_identifierPartenaire", Map.of("partenaireReference", PARTENAIRE,
				"partenaireFonction", "secrétaire générale", "expertCma", EXPERT));
	}

	public ConsulaireScenario cadrer() {
		return instruire("recevable", null).identifier();
	}

	// Termes de référence

	/** The text of the terms of reference, with its objectives. */
	public Map<String, Object> termes(String objectifs) {
		Map<String, Object> termes = new HashMap<>();
		termes.put("termesContexte", "Une chambre jeune, douze mille artisans.");
		termes.put("termesObjectifs", objectifs);
		termes.put("termesOutils", "Grille d'entretien et questionnaire.");
		termes.put("termesEtapes", List
			.of(Map.of("etape", "Rencontres à Dakar", "debut", jour(7), "fin", jour(12), "responsable", "l'expert")));
		return termes;
	}

	public ConsulaireScenario rediger() {
		return terminer(EXPERT, "userTask_redigerTermes", termes("Une chambre qui rend service."));
	}

	/** The partenaire answers to a text, with remarks when it goes back. */
	public Map<String, Object> examen(String objectifs, String reponse, String remarques) {
		return reponse(objectifs, "Partenaire", reponse, remarques);
	}

	/** The expert answers to a text, with remarks when it goes back. */
	public Map<String, Object> reprise(String objectifs, String reponse, String remarques) {
		return reponse(objectifs, "Expert", reponse, remarques);
	}

	private Map<String, Object> reponse(String objectifs, String qui, String reponse, String remarques) {
		Map<String, Object> saisie = termes(objectifs);
		saisie.put("termesReponse" + qui, reponse);
		return avec(saisie, "termesRemarques" + qui, remarques);
	}

	public ConsulaireScenario examiner(String objectifs, String reponse, String remarques) {
		return terminer(PARTENAIRE, "userTask_examinerTermes", examen(objectifs, reponse, remarques));
	}

	public ConsulaireScenario reprendre(String objectifs, String reponse, String remarques) {
		return terminer(EXPERT, "userTask_reprendreTermes", reprise(objectifs, reponse, remarques));
	}

	public ConsulaireScenario envoyerTermes() {
		return executer("serviceTask_produireTermes").executerTous("serviceTask_envoyerTermes");
	}

	public ConsulaireScenario convenir() {
		return rediger().examiner("Une chambre qui rend service.", "accepte", null).envoyerTermes();
	}

	// Diagnostic

	public ConsulaireScenario organiser() {
		return terminer(PARTENAIRE, "userTask_organiserRencontres", Map.of("rencontres", rencontres()));
	}

	public List<Map<String, String>> rencontres() {
		return rencontres(jour(0));
	}

	/** The meeting, on a day that was planned or on the day that it took place. */
	public static List<Map<String, String>> rencontres(String jour) {
		return List
			.of(Map.of("le", jour, "lieu", "Dakar", "avec", "les élus de la chambre", "sujet", "les services rendus"));
	}

	public Map<String, Object> diagnostic() {
		return Map.of("rencontres", rencontres(), "diagnosticProblemes", "Peu d'artisans adhèrent.",
				"diagnosticPratiques", "Un centre de formation reconnu.", "diagnosticPreconisations",
				List.of(Map.of("preconisation", "Tenir un répertoire à jour", "detail", "Avec les mairies."),
						Map.of("preconisation", "Former les élus")));
	}

	public ConsulaireScenario mener() {
		return terminer(EXPERT, "userTask_menerDiagnostic", diagnostic());
	}

	public ConsulaireScenario restituer() {
		return terminer(EXPERT, "userTask_restituerDiagnostic",
				Map.of("rencontres", rencontres(), "restitueLe", jour(0), "restitutionParticipants",
						"Le bureau de la chambre.", "restitutionRemarques", "Priorité à l'apprentissage."));
	}

	public ConsulaireScenario envoyerDiagnostic() {
		return executer("serviceTask_produireDiagnostic").executerTous("serviceTask_envoyerDiagnostic");
	}

	public ConsulaireScenario diagnostiquer() {
		return organiser().mener().restituer().envoyerDiagnostic();
	}

	// Axes

	public ConsulaireScenario choisir(List<Map<String, String>> axes) {
		return terminer(EXPERT, "userTask_choisirAxes", Map.of("axesChoisis", axes));
	}

	/** Opens a programme and goes to the accompaniment along these axes. */
	public static ConsulaireScenario accompagner(Atelier atelier, List<Map<String, String>> axes) {
		return ouvrir(atelier).cadrer().convenir().diagnostiquer().choisir(axes);
	}

	/** What the expert proposes for an axis, with a specialised expert or without. */
	public Map<String, Object> preparation(boolean specialiste) {
		Map<String, Object> saisie = new HashMap<>();
		saisie.put("axeExpert", EXPERT);
		saisie.put("axeSpecialiste", specialiste ? SPECIALISTE : null);
		saisie.put("axeExpertsLocaux",
				specialiste ? List.of(Map.of("nom", "Moussa Diop", "organisme", "Université de Dakar")) : List.of());
		saisie.put("axeModalite", "site");
		saisie.put("axeDebut", jour(0));
		saisie.put("axeFin", jour(5));
		saisie.put("axeProgramme", "Trois journées de travail.");
		saisie.put("axeLivrable", "Un guide.");
		return saisie;
	}

	public ConsulaireScenario preparer(int axe, boolean specialiste) {
		return terminer(EXPERT, "userTask_preparerAxe", de(axe), preparation(specialiste));
	}

	/** The partenaire answers to the programme of an axis. */
	public ConsulaireScenario accepterProgramme(int axe, String reponse, String remarques) {
		return terminer(PARTENAIRE, "userTask_accepterProgramme", de(axe),
				avec(Map.of("axeProgrammeReponse", reponse), "axeProgrammeRemarques", remarques));
	}

	/** The specialised expert carries out the axis, or the expert of the network. */
	public ConsulaireScenario conduire(int axe, String login) {
		return terminer(login, SPECIALISTE.equals(login) ? "userTask_menerAxeSpecialise" : "userTask_menerAxe", de(axe),
				Map.of("axeCommenceLe", jour(0), "axeRealiseLe", jour(0), "axeRealise", "Trois journées tenues.",
						"axeLivrableRemis", "Le guide de l'axe " + axe + "."));
	}

	/** The partenaire answers to the deliverable of an axis. */
	public ConsulaireScenario accepterLivrable(int axe, String reponse, String remarques) {
		return terminer(PARTENAIRE, "userTask_accepterLivrable", de(axe),
				avec(Map.of("axeLivrableReponse", reponse), "axeLivrableRemarques", remarques));
	}

	public ConsulaireScenario evaluer(int axe) {
		return terminer(EXPERT, "userTask_evaluerAxe", de(axe), Map.of("axeSatisfaction", "atteints", "axeEvaluation",
				"L'axe " + axe + " a changé la chambre.", "axeSuites", "Continuer."));
	}

	/** Carries an axis to its end. */
	public ConsulaireScenario achever(int axe, boolean specialiste) {
		return preparer(axe, specialiste).accepterProgramme(axe, "accepte", null)
			.conduire(axe, specialiste ? SPECIALISTE : EXPERT)
			.accepterLivrable(axe, "accepte", null)
			.evaluer(axe);
	}

	/** Which of several like tasks: that of the axis with this number. */
	public Map<String, String> de(int axe) {
		return Map.of("axe", reference() + "-" + axe);
	}

	// Décisions en cours de route

	/** The expert sends the form that adds an axis or stops one. */
	public Reponse decider(Map<String, Object> decision) {
		Map<String, Object> saisie = new HashMap<>(decision);
		saisie.put("referenceDossier", reference());
		return atelier().tasklist().demarrer(EXPERT, "consulaire-evenement", saisie);
	}

	public static Map<String, Object> ajout(Map<String, String> axe, String motif) {
		Map<String, Object> saisie = new HashMap<>(axe);
		saisie.put("evenement", "ajouter");
		saisie.put("motif", motif);
		return saisie;
	}

	public static Map<String, Object> arret(int axe, String motif) {
		return Map.of("evenement", "arreter", "axeNumero", axe, "motif", motif);
	}

	/**
	 * Sends the form and lets the programme learn of it; returns the end that this
	 * reached.
	 */
	public String transmettre(Map<String, Object> decision) {
		return atelier().engine().finir(decider(decision).reussie().path("id").asText());
	}

	// Bilan

	public ConsulaireScenario dresserBilan() {
		return terminer(EXPERT, "userTask_dresserBilan",
				Map.of("bilanResultats", "La chambre rend de nouveaux services.", "bilanEnseignements",
						"Associer les mairies dès le début.", "bilanSuites", "Un programme de suivi."));
	}

	public ConsulaireScenario envoyerBilan() {
		return executer("serviceTask_produireBilan").executerTous("serviceTask_envoyerBilan");
	}

	private String jour(int dans) {
		return atelier().clock().today().plusDays(dans).toString();
	}

	private static Map<String, Object> avec(Map<String, Object> saisie, String champ, String valeur) {
		Map<String, Object> complete = new HashMap<>(saisie);
		if (valeur != null) {
			complete.put(champ, valeur);
		}
		return complete;
	}

}
