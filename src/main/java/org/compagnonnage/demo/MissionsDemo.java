package org.compagnonnage.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.compagnonnage.arret.ArretProcess;
import org.compagnonnage.form.Lignes;
import org.compagnonnage.mission.Demande;
import org.compagnonnage.mission.MissionProcess;
import org.compagnonnage.mission.NouvelleMission;
import org.compagnonnage.organisation.Organisation;

import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Missions of the demo, of two filières each, and the expert-métier of the second one,
 * whom the accounts of the configuration do not have.
 */
@Component
@Profile("demo")
@Order(2)
class MissionsDemo implements CasDemo {

	/** Where the missions of the demo belong. */
	static final String PERIMETRE = "chambre-metiers-sahel";

	private static final String EXPERT_TEXTILE = "expert-metier-textile";

	private static final List<String> STATUTS = List.of("proposee", "acceptee", "en-cours", "faite");

	private final MissionProcess missions;

	private final ArretProcess arret;

	private final Cheminement cheminement;

	private final IdentityService identity;

	private final Organisation organisation;

	private final Clock clock;

	MissionsDemo(MissionProcess missions, ArretProcess arret, Cheminement cheminement, IdentityService identity,
			Organisation organisation, Clock clock) {
		this.missions = missions;
		this.arret = arret;
		this.cheminement = cheminement;
		this.identity = identity;
		this.organisation = organisation;
		this.clock = clock;
	}

	@Override
	public String programme() {
		return "mission-compagnonnage";
	}

	@Override
	public void preparer() {
		creerExpertTextile();
		ouvrir("Maison des artisans", "Tessaoua", "Niger", "Hadiza Garba");
		aCompleter(ouvrir("Union des artisans", "Tahoua", "Niger", "Moussa Harouna"));
		enRetard(jusquALaTache("userTask_composerEquipe",
				ouvrir("Chambre de métiers", "Sikasso", "Mali", "Rokia Dembélé")));
		enRetard(diagnostic(ouvrir("Chambre de métiers", "Kaya", "Burkina Faso", "Issa Zongo")));
		jusquALaTache("userTask_suivreSemaine", ouvrir("Village artisanal", "Mopti", "Mali", "Abdoulaye Cissé"));
		actions(ouvrir("Chambre de métiers", "Koudougou", "Burkina Faso", "Fatimata Sawadogo"));
		jusquALEtat("capitalisation", ouvrir("Maison de l'artisanat", "Dosso", "Niger", "Nafissa Oumarou"));
		jusquALaFin(ouvrir("Chambre de métiers", "Ségou", "Mali", "Aïssata Coulibaly"));
		annuler(ouvrir("Union des artisans", "Fada", "Burkina Faso", "Salif Ouédraogo"));
		refuser(ouvrir("Groupement d'artisans", "Kayes", "Mali", "Kadi Barry"));
		this.cheminement.annuler(ouvrir("Maison des artisans", "Tessaoua", "Niger", "Hadiza Garba"),
				"Demande saisie deux fois.");
	}

	/** As an administrator creates an account. */
	private void creerExpertTextile() {
		if (this.identity.createUserQuery().userId(EXPERT_TEXTILE).count() > 0) {
			return;
		}
		User expert = this.identity.newUser(EXPERT_TEXTILE);
		expert.setFirstName("Expert·e-métier");
		expert.setLastName("Textile");
		expert.setEmail("expert-metier-textile@cooperative.example");
		expert.setPassword("demo");
		this.identity.saveUser(expert);
		List.of("experts-metier", EXPERT_TEXTILE.replace("expert", "experts"))
			.forEach((groupe) -> this.identity.createMembership(EXPERT_TEXTILE, groupe));
		this.organisation.perimetres()
			.forEach((perimetre) -> this.identity.createTenantUserMembership(perimetre, EXPERT_TEXTILE));
	}

	private String ouvrir(String structure, String ville, String pays, String contact) {
		String[] noms = contact.split(" ");
		return this.missions
			.ouvrir(new NouvelleMission(PERIMETRE, structure + " de " + ville, noms[0], noms[1],
					Courriels.de(noms[0], noms[1]), null, pays,
					"Renforcer les ateliers du bois et du textile de " + ville
							+ ", et les aider à vendre ensemble hors de la région.",
					demande(ville), PartenairesDemo.CHAMBRE, null))
			.reference();
	}

	private Demande demande(String ville) {
		LocalDate debut = LocalDate.now(this.clock).plusDays(30);
		return new Demande(debut, debut.plusDays(27), true,
				Arrays.stream(FiliereDemo.values())
					.map((filiere) -> new Demande.Filiere(filiere.code(), filiere.marche()))
					.toList(),
				Arrays.stream(FiliereDemo.values())
					.map((filiere) -> new Demande.Groupe(filiere.groupe(ville), filiere.code()))
					.toList(),
				Arrays.stream(FiliereDemo.values())
					.flatMap((filiere) -> filiere.entreprises(ville)
						.stream()
						.map((entreprise) -> new Demande.Entreprise(entreprise, filiere.code(), filiere.groupe(ville),
								null, null)))
					.toList());
	}

	private String jusquALaTache(String tache, String reference) {
		this.cheminement.jusquALaTache(reference, tache, this::repondre);
		return reference;
	}

	private String jusquALEtat(String etat, String reference) {
		this.cheminement.jusquALEtat(reference, etat, this::repondre);
		return reference;
	}

	private void jusquALaFin(String reference) {
		this.cheminement.jusquALaFin(reference, this::repondre);
	}

	private void enRetard(String reference) {
		this.cheminement.retarder(reference, 4);
	}

	/** The structure has not answered yet. */
	private void aCompleter(String reference) {
		this.cheminement.terminer(reference, "userTask_instruireDemande", Map.of("recevabilite", "a-completer",
				"recevabiliteMotif", "Dites-nous qui achète aujourd'hui le mobilier d'école de la région."));
		this.cheminement.travaux(reference);
	}

	/** Some workshops are seen, others not yet. */
	private String diagnostic(String reference) {
		this.cheminement.avancer(jusquALEtat("diagnostic", reference), 3, this::repondre);
		return reference;
	}

	/** One group waits for the coordinateur, another still designs its action. */
	private void actions(String reference) {
		this.cheminement.jusquALaTache(jusquALEtat("action-collective", reference), "userTask_validerAction",
				this::repondre);
	}

	private void annuler(String reference) {
		this.arret.arreter(diagnostic(reference), "Les routes de la région ne sont plus sûres.");
		this.cheminement.travaux(reference);
	}

	private void refuser(String reference) {
		this.cheminement.terminer(reference, "userTask_instruireDemande", Map.of("recevabilite", "non-recevable",
				"recevabiliteMotif", "La demande porte sur des machines à acheter, que la mission ne finance pas."));
		this.cheminement.travaux(reference);
	}

	private Map<String, ?> repondre(String tache, Map<String, Object> vu) {
		FiliereDemo filiere = FiliereDemo.de(vu);
		return switch (tache) {
			case "userTask_instruireDemande" -> Map.of("recevabilite", "recevable");
			case "userTask_planifierMission" ->
				Map.of("coordinateur", "coordinateur", "missionDebut", jour(0), "missionFin", jour(27));
			case "userTask_composerEquipe" ->
				Map.of("expertMetier", "expert-metier-" + filiere.code(), "artisan", "artisan-sans-frontieres");
			case "userTask_formerEquipe" -> Map.of("formationLe", jour(0), "formationFormateurs", "CMA Hauts-de-France",
					"formationContenu", "La méthode du compagnonnage et les outils du diagnostic.");
			case "userTask_etablirSituation" -> Map.of("situations", situations(vu), "constats",
					"Les ateliers travaillent seuls et vendent dans leur quartier.");
			case "userTask_faireSuiviTroisMois", "userTask_faireSuiviSixMois" ->
				avecPreconisations(vu, Map.of("situations", situations(vu), "constats",
						"Le groupe achète et vend ensemble ; un jeune a été embauché."));
			case "userTask_diagnostiquerEntreprise" -> filiere.constat();
			case "userTask_analyserEnvironnement" -> filiere.environnement();
			case "userTask_fixerPriorites" ->
				Map.of("besoinsReels", filiere.constat().get("besoins"), "priorites", List.of(Map.of("intitule",
						filiere.preconisations().get(0), "raison", "Tous les ateliers de la filière le demandent.")));
			case "userTask_preconiserEntreprise" -> Map.of("nouvellesPreconisations",
					filiere.preconisations().stream().map((intitule) -> preconisation(intitule, vu)).toList());
			case "userTask_preconiserGroupe" ->
				Map.of("nouvellesPreconisations", List.of(preconisation(filiere.preconisationCollective(), vu)));
			case "userTask_suivreSemaine" -> suivi(vu);
			case "userTask_concevoirAction" -> Map.of("actionIntitule", filiere.action(), "actionObjectif",
					filiere.objectif(), "actionDescription", "Une personne du groupe en répond ; le compte est commun.",
					"actionDebut", jour(0), "actionFin", jour(60), "actionBudget", 1250);
			case "userTask_validerAction" -> Map.of("actionValidation", "validee");
			case "userTask_suivreRealisation" -> avecPreconisations(vu, Map.of("actionAvancement",
					"La première commande est partie.", "actionCommenceeLe", jour(0), "actionTermineeLe", jour(0)));
			case "userTask_enregistrerResultat" ->
				Map.of("actionIssue", "realisee", "actionResultat", "L'objectif est atteint dès le premier essai.");
			case "userTask_evaluerMission" -> Map.of("evaluationSatisfaction", 4, "evaluationParticipants", 5,
					"evaluationAcquis", "Nous savons chiffrer et nous vendons ensemble.", "evaluationSuites",
					"Exposer ensemble à la prochaine foire.");
			case "userTask_redigerNote" -> note();
			default -> throw new IllegalStateException("The demo has no answer to " + tache);
		};
	}

	/** Enterprises grow by a fifth from one moment to the next. */
	private static List<Map<String, Object>> situations(Map<String, Object> vu) {
		return Lignes.de(vu.get("situations")).stream().map((avant) -> {
			Map<String, Object> ligne = new LinkedHashMap<>(avant);
			ligne.put("chiffreAffaires", (avant.get("chiffreAffaires") instanceof Number chiffre)
					? Math.round(chiffre.doubleValue() * 1.2) : 4800);
			ligne.put("emplois", (avant.get("emplois") instanceof Number emplois) ? emplois.intValue() + 1 : 3);
			ligne.put("marches", "Le quartier et la région.");
			return ligne;
		}).toList();
	}

	private Map<String, Object> preconisation(String intitule, Map<String, Object> vu) {
		return Map.of("intitule", intitule, "detail", "Avec l'artisan sans frontières, sur une commande en cours.",
				"etapeCycle", "production", "responsable",
				(vu.get("entrepriseNom") != null) ? "Le chef d'atelier" : "Le groupe", "echeance", jour(30));
	}

	private static Map<String, ?> suivi(Map<String, Object> vu) {
		return avecPreconisations(vu,
				Boolean.TRUE.equals(vu.get("finPossible")) ? Map.of("accompagnementTermine", true) : Map.of());
	}

	/** What a form that shows recommendations sends, with these. */
	private static Map<String, Object> avecPreconisations(Map<String, Object> vu, Map<String, Object> saisie) {
		Map<String, Object> complete = new LinkedHashMap<>(saisie);
		if (vu.get("preconisations") != null) {
			complete.put("preconisations", preconisations(vu));
		}
		return complete;
	}

	/** Each recommendation goes one step further. */
	private static List<Map<String, Object>> preconisations(Map<String, Object> vu) {
		return Lignes.de(vu.get("preconisations")).stream().map((avant) -> {
			Map<String, Object> ligne = new LinkedHashMap<>(avant);
			String statut = STATUTS.get(Math.min(STATUTS.indexOf(avant.get("statut")) + 1, STATUTS.size() - 1));
			ligne.put("statut", statut);
			ligne.put("note", "faite".equals(statut) ? "C'est en place." : "L'essai est prévu cette semaine.");
			return ligne;
		}).toList();
	}

	private Map<String, Object> note() {
		return Map.of("noteBilan", "Deux groupes sont nés et vendent ensemble hors de leur quartier.",
				"noteEnseignements", "Commencer par un achat groupé : la confiance vient avec le premier gain.",
				"noteOffreServices", "Conseil en devis, séchoir et bacs partagés, vente groupée aux hôtels.",
				"planActions",
				List.of(Map.of("action", "Ouvrir un guichet de devis à la chambre de métiers", "responsable",
						"La chambre de métiers", "echeance", jour(90)),
						Map.of("action", "Installer le séchoir commun", "responsable", "Le groupe des menuisiers",
								"echeance", jour(120))),
				"centrePropose", true, "centreObjet",
				"Un séchoir, des bacs de teinture et un guichet pour les deux groupes.");
	}

	private String jour(int dans) {
		return LocalDate.now(this.clock).plusDays(dans).toString();
	}

}
