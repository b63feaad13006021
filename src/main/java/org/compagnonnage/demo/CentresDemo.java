package org.compagnonnage.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.compagnonnage.arret.ArretProcess;
import org.compagnonnage.centre.CentreProcess;
import org.compagnonnage.centre.NouveauCentre;
import org.compagnonnage.dossier.Dossiers;

import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Resource centres of the demo, each after a finished mission. */
@Component
@Profile("demo")
@Order(4)
class CentresDemo implements CasDemo {

	private final CentreProcess centres;

	private final ArretProcess arret;

	private final Dossiers dossiers;

	private final RuntimeService runtime;

	private final Cheminement cheminement;

	private final Clock clock;

	CentresDemo(CentreProcess centres, ArretProcess arret, Dossiers dossiers, RuntimeService runtime,
			Cheminement cheminement, Clock clock) {
		this.centres = centres;
		this.arret = arret;
		this.dossiers = dossiers;
		this.runtime = runtime;
		this.cheminement = cheminement;
		this.clock = clock;
	}

	@Override
	public String programme() {
		return "centre-ressources";
	}

	@Override
	public void preparer() {
		jusquALaTache("userTask_installerAteliers", propose());
		// What is cancelled leaves its place to the next request.
		String mission = missionAchevee();
		this.cheminement.annuler(ouvrir(mission, "Bla", "Drissa", "Konaté"),
				"Demande déposée avant l'accord du bureau.");
		enRetard(ouvrir(mission, "Bla", "Drissa", "Konaté"));
		reexaminer(ouvrir("Djenné", "Assitan", "Keïta"));
		enRetard(jusquALaTache("userTask_ouvrirService", ouvrir("Koutiala", "Djénéba", "Diarra")));
		jusquALaTache("userTask_ouvrirCentre", ouvrir("Bougouni", "Lamine", "Doumbia"));
		this.cheminement.jusquALaFin(ouvrir("Tominian", "Kadiatou", "Dao"), this::repondre);
		differer(ouvrir("Niafunké", "Mahamane", "Cissoko"));
		abandonner(ouvrir("Yorosso", "Awa", "Goïta"));
	}

	/** The first centre is the one that the mission led to its end has proposed. */
	private String propose() {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(programme())
			.singleResult()
			.getBusinessKey();
	}

	/**
	 * A mission that ended before the application was there: the register knows it, the
	 * engine never had it. A centre follows a mission of its own, and the demo would
	 * start slowly if it led as many missions to their end.
	 */
	private String missionAchevee() {
		String reference = this.dossiers
			.ouvrir("MIS", "mission-compagnonnage", MissionsDemo.PERIMETRE, "capitalisation", PartenairesDemo.CHAMBRE,
					null)
			.reference();
		this.dossiers.clore(reference, "mission-capitalisee");
		return reference;
	}

	private String ouvrir(String ville, String prenom, String nom) {
		return ouvrir(missionAchevee(), ville, prenom, nom);
	}

	private String ouvrir(String mission, String ville, String prenom, String nom) {
		return this.centres
			.ouvrir(new NouveauCentre(mission, "Chambre de métiers de " + ville, prenom, nom, Courriels.de(prenom, nom),
					null, "Mali", "Un atelier commun et un guichet pour les artisans de " + ville + ".",
					MissionsDemo.PERIMETRE, PartenairesDemo.CHAMBRE))
			.reference();
	}

	private String jusquALaTache(String tache, String reference) {
		this.cheminement.jusquALaTache(reference, tache, this::repondre);
		return reference;
	}

	private void enRetard(String reference) {
		this.cheminement.retarder(reference, 9);
	}

	/** Not eligible yet, until a new look in three months. */
	private void reexaminer(String reference) {
		recommander(reference, Map.of("recommandations", "Signez une convention avec la région et deux communes.",
				"eligibiliteSuite", "reexamen", "reexamenLe", jour(90)));
	}

	private void differer(String reference) {
		recommander(reference, Map.of("recommandations", "Reprenez le projet avec les groupes, après la récolte.",
				"eligibiliteSuite", "differer"));
	}

	private void recommander(String reference, Map<String, Object> suite) {
		this.cheminement.terminer(reference, "userTask_reunirElements", elements(false));
		this.cheminement.travaux(reference);
		this.cheminement.terminer(reference, "userTask_fixerExamen", suite);
		this.cheminement.travaux(reference);
	}

	private void abandonner(String reference) {
		this.arret.arreter(jusquALaTache("userTask_formerEquipe", reference),
				"Le terrain promis a été attribué à une école.");
		this.cheminement.travaux(reference);
	}

	private Map<String, ?> repondre(String tache, Map<String, Object> vu) {
		return switch (tache) {
			case "userTask_reunirElements" -> elements(true);
			case "userTask_definirPerimetre" -> Map.of("centreNom", "Centre des métiers du bois et du tissage",
					"centrePublic", "Les ateliers de la commune et des villages voisins.", "centreContenu",
					"Un atelier commun, un magasin et un guichet.", "services",
					List.of(Map.of("famille", "equipements", "contenu", "Séchoir, dégauchisseuse et métiers larges."),
							Map.of("famille", "conseil", "contenu", "Devis, comptes et normes, un jour par semaine.")));
			case "userTask_formerEquipe" -> Map.of("equipe",
					List.of(Map.of("nom", "Souleymane Kassogué", "fonction", "Animateur d'atelier", "courriel",
							Courriels.de("Souleymane", "Kassogué")),
							Map.of("nom", "Hawa Maïga", "fonction", "Magasinière")),
					"formationDebut", jour(-20), "formationFin", jour(-10), "formationEconomique",
					"Achats groupés, prix de revient et tenue du magasin.", "formationAssociative",
					"Règles communes, réunions et décisions.", "formationTerritoriale",
					"Communes, écoles et chambre de métiers.");
			case "userTask_installerAteliers" ->
				Map.of("ateliers", List.of(Map.of("nom", "Atelier du bois", "lieu", "Zone artisanale", "equipements",
						"Dégauchisseuse, scie à ruban et séchoir solaire", "installeLe", jour(0))));
			case "userTask_preparerService" ->
				Map.of("serviceMoyens", "Une personne, un local et un cahier de réservation.", "serviceConditions",
						"Ouvert aux membres des groupes, contre une participation.", "serviceOuverturePrevueLe",
						jour(0), "serviceResponsable", "Souleymane Kassogué", "serviceResponsableCourriel",
						Courriels.de("Souleymane", "Kassogué"));
			case "userTask_ouvrirService" -> Map.of("serviceOuvertLe", jour(0), "serviceResponsable",
					"Souleymane Kassogué", "serviceResponsableCourriel", Courriels.de("Souleymane", "Kassogué"));
			case "userTask_ouvrirCentre" -> Map.of("centreOuvertLe", jour(0), "centreLieu",
					"Zone artisanale, route du marché", "centreMessage", "Bravo à toutes et à tous.");
			default -> throw new IllegalStateException("The demo has no answer to " + tache);
		};
	}

	/** The three conditions, of which the third is met or not. */
	private static Map<String, Object> elements(boolean corpsPrets) {
		return Map.of("animateur", "animateur-crp", "expertCma", "expert-cma", "besoinsIdentifies", true,
				"besoinsPreuve", "La note de capitalisation, et l'offre de services en annexe.", "appropriationLancee",
				true, "appropriationPreuve", "Les deux groupes ont dessiné l'atelier et choisi le terrain.",
				"corpsPrets", corpsPrets, "corpsPreuve",
				corpsPrets ? "Accord de la chambre de métiers et de la commune." : "La région n'a pas encore répondu.");
	}

	private String jour(int dans) {
		return LocalDate.now(this.clock).plusDays(dans).toString();
	}

}
