package org.compagnonnage.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.compagnonnage.arret.ArretProcess;
import org.compagnonnage.consulaire.ConsulaireProcess;
import org.compagnonnage.consulaire.NouveauProgramme;

import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Consular support programmes of the demo. */
@Component
@Profile("demo")
@Order(3)
class ProgrammesDemo implements CasDemo {

	private static final String EXPERT = "expert-cma";

	private final ConsulaireProcess programmes;

	private final ArretProcess arret;

	private final Cheminement cheminement;

	private final Clock clock;

	ProgrammesDemo(ConsulaireProcess programmes, ArretProcess arret, Cheminement cheminement, Clock clock) {
		this.programmes = programmes;
		this.arret = arret;
		this.cheminement = cheminement;
		this.clock = clock;
	}

	@Override
	public String programme() {
		return "programme-consulaire";
	}

	@Override
	public void preparer() {
		ouvrir("Chambre de métiers de Tillabéri", "Niger", "Oumou", "Seyni");
		aCompleter(ouvrir("Fédération des artisans de Kidal", "Mali", "Ibrahim", "Ag Bilal"));
		this.cheminement.retarder(jusquALaTache("userTask_examinerTermes",
				ouvrir("Chambre de métiers de Banfora", "Burkina Faso", "Alizèta", "Traoré")), 3);
		jusquALaTache("userTask_menerDiagnostic", ouvrir("Chambre de métiers de Gao", "Mali", "Boureima", "Touré"));
		axes(ouvrir("Chambre de métiers de Maradi", "Niger", "Zeinabou", "Mahaman"));
		jusquALaTache("userTask_dresserBilan", ouvrir("Union des métiers de Dori", "Burkina Faso", "Harouna", "Dicko"));
		this.cheminement.jusquALaFin(ouvrir("Chambre de métiers de Zinder", "Niger", "Rabi", "Souley"), this::repondre);
		interrompre(ouvrir("Chambre de métiers de Bandiagara", "Mali", "Yaïguéré", "Tembely"));
		refuser(ouvrir("Association des commerçants de Niono", "Mali", "Seydou", "Kanté"));
		this.cheminement.annuler(ouvrir("Chambre de métiers de Tillabéri", "Niger", "Oumou", "Seyni"),
				"Demande saisie deux fois.");
	}

	private String ouvrir(String structure, String pays, String prenom, String nom) {
		return this.programmes
			.ouvrir(new NouveauProgramme(MissionsDemo.PERIMETRE, structure, prenom, nom, Courriels.de(prenom, nom),
					null, pays, "Former les élus, tenir le répertoire des métiers et mieux servir les artisans.",
					PartenairesDemo.CHAMBRE, null))
			.reference();
	}

	private String jusquALaTache(String tache, String reference) {
		this.cheminement.jusquALaTache(reference, tache, this::repondre);
		return reference;
	}

	/** The structure has not answered yet. */
	private void aCompleter(String reference) {
		instruire(reference, "a-completer", "Joignez la liste des élus et la date de leur prise de fonction.");
	}

	private void refuser(String reference) {
		instruire(reference, "non-recevable", "Ce programme s'adresse aux chambres et aux organisations de métiers.");
	}

	private void instruire(String reference, String recevabilite, String motif) {
		this.cheminement.terminer(reference, "userTask_instruireDemande",
				Map.of("recevabilite", recevabilite, "recevabiliteMotif", motif));
		this.cheminement.travaux(reference);
	}

	private void interrompre(String reference) {
		this.arret.arreter(jusquALaTache("userTask_organiserRencontres", reference),
				"La chambre est dissoute dans l'attente de nouvelles élections.");
		this.cheminement.travaux(reference);
	}

	/** One axis stopped and one added meanwhile, the others on their way. */
	private void axes(String reference) {
		jusquALaTache("userTask_menerAxeSpecialise", reference);
		this.cheminement.noter(EXPERT, "consulaire-evenement", Map.of("referenceDossier", reference, "evenement",
				"arreter", "axeNumero", 2, "motif", "Un autre partenaire finance déjà ce travail."));
		this.cheminement.noter(EXPERT, "consulaire-evenement",
				Map.of("referenceDossier", reference, "evenement", "ajouter", "domaine", "offre-de-services",
						"intitule", "Ouvrir un guichet pour les jeunes artisans", "modalite", "site", "motif",
						"Demandé par les élus après la restitution."));
		this.cheminement.travaux(reference);
	}

	private Map<String, ?> repondre(String tache, Map<String, Object> vu) {
		return switch (tache) {
			case "userTask_instruireDemande" -> Map.of("recevabilite", "recevable");
			case "userTask_identifierPartenaire" -> Map.of("partenaireReference", "partenaire-reference",
					"partenaireFonction", "secrétaire générale", "expertCma", EXPERT);
			case "userTask_redigerTermes" -> termes();
			case "userTask_examinerTermes" -> avec(termes(), "termesReponsePartenaire", "accepte");
			case "userTask_organiserRencontres" -> Map.of("rencontres", rencontres());
			case "userTask_menerDiagnostic" -> Map.of("rencontres", rencontres(), "diagnosticProblemes",
					"Un artisan sur dix est inscrit au répertoire ; les élus changent sans relais.",
					"diagnosticPratiques", "Un centre de formation reconnu, et des maîtres artisans qui transmettent.",
					"diagnosticPreconisations",
					List.of(Map.of("preconisation", "Tenir le répertoire des métiers à jour", "detail",
							"Avec les mairies, une fois par an."),
							Map.of("preconisation", "Former les nouveaux élus")));
			case "userTask_restituerDiagnostic" -> Map.of("rencontres", rencontres(), "restitueLe", jour(0),
					"restitutionParticipants", "Le bureau de la chambre et dix artisans.", "restitutionRemarques",
					"Commencer par l'apprentissage.");
			case "userTask_choisirAxes" -> Map.of("axesChoisis", List.of(
					axe("formation-elus-cadres", null, "Former les élus et les cadres", "site"),
					axe("structuration-administrative", null, "Structurer les services de la chambre", "distance"),
					axe("mise-en-oeuvre", "repertoire-des-metiers", "Tenir le répertoire des métiers", "distance")));
			case "userTask_preparerAxe" -> Map.of("axeExpert", EXPERT, "axeSpecialiste", "expert-specialise",
					"axeExpertsLocaux", List.of(Map.of("nom", "Maïmouna Sanou", "organisme", "Institut des métiers")),
					"axeModalite", "site", "axeDebut", jour(0), "axeFin", jour(20), "axeProgramme",
					"Trois journées de travail avec les services, puis deux mois d'essai.", "axeLivrable",
					"Un guide de travail, adopté par le bureau.");
			case "userTask_accepterProgramme" -> Map.of("axeProgrammeReponse", "accepte");
			case "userTask_menerAxeSpecialise" -> Map.of("axeCommenceLe", jour(0), "axeRealiseLe", jour(0),
					"axeRealise", "Trois journées tenues avec douze personnes.", "axeLivrableRemis",
					"Le guide, en trois langues.");
			case "userTask_accepterLivrable" -> Map.of("axeLivrableReponse", "accepte");
			case "userTask_evaluerAxe" -> Map.of("axeSatisfaction", "atteints", "axeEvaluation",
					"Les services travaillent avec le guide.", "axeSuites", "Le relire dans un an.");
			case "userTask_dresserBilan" -> Map.of("bilanResultats",
					"La chambre tient son répertoire et reçoit les artisans chaque semaine.", "bilanEnseignements",
					"Associer les mairies dès le début.", "bilanSuites", "Une visite dans six mois.");
			default -> throw new IllegalStateException("The demo has no answer to " + tache);
		};
	}

	private Map<String, Object> termes() {
		return Map.of("termesContexte", "Une chambre jeune, douze mille artisans, peu de moyens.", "termesObjectifs",
				"Une chambre qui connaît ses artisans et leur rend service.", "termesOutils",
				"Grille d'entretien, questionnaire aux artisans, visite de trois communes.", "termesEtapes",
				List.of(Map.of("etape", "Rencontres et visites", "debut", jour(7), "fin", jour(18), "responsable",
						"L'expert du réseau et la secrétaire générale")));
	}

	private List<Map<String, Object>> rencontres() {
		return List.of(Map.of("le", jour(0), "lieu", "Siège de la chambre", "avec", "Les élus", "sujet", "Le mandat"),
				Map.of("le", jour(0), "lieu", "Centre artisanal", "avec", "Vingt artisans", "sujet",
						"Les services attendus"));
	}

	private static Map<String, Object> axe(String domaine, String sousDomaine, String intitule, String modalite) {
		return avec(Map.of("domaine", domaine, "intitule", intitule, "modalite", modalite), "sousDomaine", sousDomaine);
	}

	private static Map<String, Object> avec(Map<String, Object> saisie, String champ, String valeur) {
		Map<String, Object> complete = new LinkedHashMap<>(saisie);
		complete.put(champ, valeur);
		return complete;
	}

	private String jour(int dans) {
		return LocalDate.now(this.clock).plusDays(dans).toString();
	}

}
