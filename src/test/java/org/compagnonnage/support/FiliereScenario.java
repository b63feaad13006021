package org.compagnonnage.support;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.compagnonnage.form.Lignes;
import org.compagnonnage.support.Tasklist.Reponse;

/** The accompaniment of the filière « bois » of a mission, step by step. */
public class FiliereScenario extends Scenario<FiliereScenario> {

	public static final String EXPERT = "expert-metier-bois";

	public static final String ARTISAN = "artisan-sans-frontieres";

	public static final String COORDINATEUR = "coordinateur";

	public FiliereScenario(String reference, Atelier atelier) {
		super(reference, "mission-filiere", atelier);
	}

	@Override
	protected FiliereScenario self() {
		return this;
	}

	// Diagnostic

	/** The expert-métier goes through the workshops. */
	public FiliereScenario diagnostiquer(String... entreprises) {
		for (String entreprise : entreprises) {
			terminer(EXPERT, "userTask_diagnostiquerEntreprise", Map.of("entrepriseNom", entreprise),
					constat(entreprise));
		}
		return this;
	}

	public FiliereScenario analyserEnvironnement() {
		return terminer(EXPERT, "userTask_analyserEnvironnement",
				Map.of("environnementEconomique", "La demande de mobilier scolaire augmente.",
						"environnementInstitutionnel", "La chambre de métiers ouvre un guichet d'appui.",
						"environnementSocial", "Les apprentis apprennent sans contrat."));
	}

	/** The coordinateur closes the diagnostic, whose report leaves. */
	public FiliereScenario clore() {
		return terminer(COORDINATEUR, "userTask_fixerPriorites", priorites()).executer("serviceTask_produireRapport",
				"serviceTask_envoyerRapport");
	}

	public static Map<String, Object> constat(String entreprise) {
		return Map.of("approvisionnement", entreprise + " achète le bois à la pièce.", "production",
				"Deux machines sur cinq tournent.", "organisationAtelier", "L'atelier n'a pas d'aspiration.",
				"commercialisation", "Les clients viennent du quartier.", "besoins",
				entreprise + " a besoin d'un séchoir.");
	}

	public static Map<String, Object> priorites() {
		return Map.of("besoinsReels", "Sécher le bois et vendre hors du quartier.", "priorites",
				List.of(Map.of("intitule", "Sécher le bois", "raison", "Les meubles travaillent."),
						Map.of("intitule", "Répondre à des commandes publiques")));
	}

	// Préconisations

	/** The artisan sans frontières writes two recommendations to each enterprise. */
	public FiliereScenario preconiserAuxEntreprises(String... entreprises) {
		for (String entreprise : entreprises) {
			terminer(ARTISAN, "userTask_preconiserEntreprise", Map.of("entrepriseNom", entreprise),
					preconisations("Installer une aspiration chez " + entreprise, "Tenir un cahier de commandes"));
		}
		return this;
	}

	/** The artisan sans frontières writes one recommendation to each group. */
	public FiliereScenario preconiserAuxGroupes(String... groupes) {
		for (String groupe : groupes) {
			terminer(ARTISAN, "userTask_preconiserGroupe", Map.of("groupeNom", groupe),
					preconisations("Construire un séchoir pour le groupe " + groupe));
		}
		return this;
	}

	/** What the form of the recommendations sends. */
	public Map<String, Object> preconisations(String... intitules) {
		return Map.of("nouvellesPreconisations",
				IntStream.range(0, intitules.length)
					.mapToObj(
							(rang) -> preconisation(intitules[rang], atelier().clock().today().plusDays(10).toString()))
					.toList());
	}

	public static Map<String, Object> preconisation(String intitule, String echeance) {
		return Map.of("intitule", intitule, "detail", "Avec un artisan du groupe.", "etapeCycle", "production",
				"responsable", "Amadou Diallo", "echeance", echeance);
	}

	// Suivi

	/** A week goes by, then the expert-métier follows up what changed, by number. */
	public FiliereScenario suivreSemaine(Map<String, Map<String, String>> changements, Map<String, Object> fin) {
		return attendre("event_semaineEcoulee").suivreSemaineOuverte(changements, fin);
	}

	/** The expert-métier follows up in the task that waits. */
	public FiliereScenario suivreSemaineOuverte(Map<String, Map<String, String>> changements, Map<String, Object> fin) {
		envoyerSuivi(changements, fin).reussie();
		return this;
	}

	/** The expert-métier sends the rows that the form shows, with what changed. */
	public Reponse envoyerSuivi(Map<String, Map<String, String>> changements, Map<String, Object> fin) {
		Map<String, Object> saisie = new HashMap<>(fin);
		saisie.put("preconisations", changer(lignes(), changements));
		return envoyer(EXPERT, "userTask_suivreSemaine", saisie);
	}

	private static List<Map<String, Object>> changer(List<Map<String, Object>> lignes,
			Map<String, Map<String, String>> changements) {
		return lignes.stream().map((ligne) -> {
			Map<String, Object> changee = new LinkedHashMap<>(ligne);
			changee.putAll(changements.getOrDefault(ligne.get("numero"), Map.of()));
			return changee;
		}).toList();
	}

	/** The rows that the form of the follow-up shows. */
	public List<Map<String, Object>> lignes() {
		String tache = atelier().tasklist().taches(EXPERT, reference()).get("userTask_suivreSemaine");
		return Lignes.de(atelier().tasklist().valeur(EXPERT, tache, "preconisations"));
	}

	// Action collective

	public FiliereScenario concevoirAction(String groupe) {
		return terminer(EXPERT, "userTask_concevoirAction", Map.of("groupeNom", groupe), action());
	}

	/** What the form of a collective action sends. */
	public Map<String, Object> action() {
		return Map.of("actionIntitule", "Acheter le bois ensemble", "actionObjectif", "Payer le bois 10 % moins cher.",
				"actionDescription", "Un appel d'offres par trimestre.", "actionDebut",
				atelier().clock().today().plusDays(7).toString(), "actionFin",
				atelier().clock().today().plusDays(67).toString(), "actionBudget", 1250.5);
	}

	/** The coordinateur sends the action of a group back, with remarks. */
	public FiliereScenario renvoyerAction(String groupe, String remarques) {
		return terminer(COORDINATEUR, "userTask_validerAction", Map.of("groupeNom", groupe),
				Map.of("actionValidation", "a-revoir", "actionRemarques", remarques));
	}

	public FiliereScenario validerAction(String groupe) {
		return terminer(COORDINATEUR, "userTask_validerAction", Map.of("groupeNom", groupe),
				Map.of("actionValidation", "validee"));
	}

	public FiliereScenario suivreAction(String groupe) {
		envoyerRealisation(groupe, atelier().clock().today().toString(), Map.of()).reussie();
		return this;
	}

	/**
	 * The expert-métier says how the action of a group went, and what changed in the
	 * recommendations of the filière, by number.
	 */
	public Reponse envoyerRealisation(String groupe, String terminee, Map<String, Map<String, String>> changements) {
		Map<String, String> celleDuGroupe = Map.of("groupeNom", groupe);
		return atelier().tasklist()
			.terminer(EXPERT, reference(), "userTask_suivreRealisation", celleDuGroupe,
					Map.of("actionAvancement", "Le premier achat est fait.", "actionCommenceeLe",
							atelier().clock().today().toString(), "actionTermineeLe", terminee, "preconisations",
							changer(Lignes.de(vu("userTask_suivreRealisation", celleDuGroupe, "preconisations")),
									changements)));
	}

	/** What the form of the one of several like tasks shows. */
	public String vu(String tache, Map<String, String> selon, String variable) {
		return atelier().tasklist()
			.valeur(EXPERT, atelier().tasklist().tache(EXPERT, reference(), tache, selon), variable);
	}

	public FiliereScenario conclureAction(String groupe, String issue) {
		return terminer(EXPERT, "userTask_enregistrerResultat", Map.of("groupeNom", groupe),
				Map.of("actionIssue", issue, "actionResultat", "Le bois coûte 12 % de moins."));
	}

	/** The group says what it thinks of the mission. */
	public FiliereScenario evaluerMission(String groupe) {
		return terminer(EXPERT, "userTask_evaluerMission", Map.of("groupeNom", groupe),
				MissionScenario.evaluation(groupe));
	}

}
