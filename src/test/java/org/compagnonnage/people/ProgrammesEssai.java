package org.compagnonnage.people;

import java.util.List;
import java.util.Map;

import org.compagnonnage.people.EssaiParEtapes.Etape;

import static org.compagnonnage.people.EssaiParEtapes.admin;
import static org.compagnonnage.people.EssaiParEtapes.agit;
import static org.compagnonnage.people.EssaiParEtapes.etranger;
import static org.compagnonnage.people.EssaiParEtapes.responsable;
import static org.compagnonnage.people.EssaiParEtapes.voit;

/** Every programme of the application, for the tests that all of them pass. */
public final class ProgrammesEssai {

	private static final String STRUCTURE = """
			"structureNom":{"value":"Chambre de métiers du Sahel"},"contactPrenom":{"value":"Awa"},
			"contactNom":{"value":"Traoré"},"contactCourriel":{"value":"awa@exemple.org"},"pays":{"value":"Mali"},
			"objet":{"value":"Renforcer les artisans du bois"},"perimetre":{"value":"%s"}""";

	private static final Map<String, Object> CONNUES = Map.ofEntries(Map.entry("structureNom", "Chambre de métiers"),
			Map.entry("contactPrenom", "Awa"), Map.entry("contactNom", "Traoré"),
			Map.entry("contactCourriel", "awa@exemple.org"), Map.entry("pays", "Mali"), Map.entry("objet", "Bois"),
			Map.entry("origine", "spontanee"), Map.entry("filiere", "bois"), Map.entry("missionDebut", "2099-01-05"),
			Map.entry("missionFin", "2099-02-27"), Map.entry("artisansVolontaires", true),
			Map.entry("recevabiliteMotif", "Hors du champ."), Map.entry("dossierOrigine", "MIS-2026-000001"));

	private static final String REFUS = """
			{"recevabilite":{"value":"non-recevable"},"recevabiliteMotif":{"value":"Hors du champ."}}""";

	private static final EssaiParEtapes MISSION = new EssaiParEtapes("mission-compagnonnage", "mission-cadrage",
			List.of(agit("coordinateur", true, "coordinateurs"), agit("expert-cma", true, "experts-cma"),
					agit("expert-metier-bois", false, "experts-metier", "experts-metier-bois",
							"artisans-sans-frontieres"),
					agit("artisan-sans-frontieres", false, "artisans-sans-frontieres"), voit("animateur-crp"),
					voit("elu"), voit("gerance"), responsable(), admin(), etranger("referent37"),
					etranger("referent45"), etranger("charge-administratif"), etranger("comptable"),
					etranger("partenaire-reference"), etranger("formateur"), etranger("expert-specialise")),
			List.of(new Etape("experts-cma", "expert-cma", "mission-cadrage", "userTask_instruireDemande", REFUS),
					new Etape("coordinateurs", "coordinateur", "mission-diagnostic", "userTask_fixerPriorites", """
							{"besoinsReels":{"value":"Sécher le bois"},"priorites":{"type":"Json",
							"value":"[{\\"intitule\\":\\"Un séchoir\\"}]"}}"""),
					new Etape("experts-metier-bois", "expert-metier-bois", "mission-diagnostic",
							"userTask_analyserEnvironnement",
							"""
									{"environnementEconomique":{"value":"x"},"environnementInstitutionnel":{"value":"x"},
									"environnementSocial":{"value":"x"}}"""),
					// Offered to the experts-métier of the filière too.
					new Etape("artisans-sans-frontieres", "artisan-sans-frontieres", "mission-accompagnement",
							"userTask_suivreSemaine", "{\"preconisations\":{\"type\":\"Json\",\"value\":\"[]\"}}")),
			new Etape("", "", "mission-cadrage", "serviceTask_annoncerRefus", "{}"), CONNUES, '{' + STRUCTURE
					+ """
							,"missionDebut":{"value":"2099-01-05"},"missionFin":{"value":"2099-02-27"},
							"artisansVolontaires":{"value":true},
							"filieres":{"type":"Json","value":"[{\\"filiere\\":\\"bois\\",\\"marche\\":\\"Meubles\\"}]"},
							"groupes":{"type":"Json","value":"[{\\"nom\\":\\"Menuisiers\\",\\"filiere\\":\\"bois\\"}]"},
							"entreprises":{"type":"Json","value":"[{\\"nom\\":\\"Diallo\\",\\"filiere\\":\\"bois\\",\\"groupe\\":\\"Menuisiers\\"}]"}}""");

	private static final EssaiParEtapes CONSULAIRE = new EssaiParEtapes("programme-consulaire", "consulaire-termes",
			List.of(agit("expert-cma", true, "experts-cma"),
					agit("partenaire-reference", false, "partenaires-reference"),
					agit("expert-specialise", false, "experts-specialises"), voit("elu"), voit("gerance"),
					responsable(), admin(), etranger("referent37"), etranger("referent45"),
					etranger("charge-administratif"), etranger("comptable"), etranger("coordinateur"),
					etranger("formateur"), etranger("expert-metier-bois"), etranger("artisan-sans-frontieres"),
					etranger("animateur-crp")),
			List.of(new Etape("experts-cma", "expert-cma", "consulaire-cadrage", "userTask_instruireDemande", REFUS),
					new Etape("partenaires-reference", "partenaire-reference", "consulaire-diagnostic",
							"userTask_organiserRencontres",
							"""
									{"rencontres":{"type":"Json","value":"[{\\"le\\":\\"2099-01-05\\",\\"lieu\\":\\"Bamako\\",\\"avec\\":\\"Les élus\\",\\"sujet\\":\\"Le mandat\\"}]"}}""")),
			new Etape("", "", "consulaire-cadrage", "serviceTask_annoncerRefus", "{}"), CONNUES, '{' + STRUCTURE + '}');

	private static final EssaiParEtapes CENTRE = new EssaiParEtapes("centre-ressources", "centre-ingenierie",
			List.of(agit("animateur-crp", true, "animateurs-crp"), agit("expert-cma", true, "experts-cma"),
					voit("coordinateur"), voit("partenaire-reference"), voit("elu"), voit("gerance"), responsable(),
					admin(), etranger("referent37"), etranger("referent45"), etranger("charge-administratif"),
					etranger("comptable"), etranger("formateur"), etranger("expert-metier-bois"),
					etranger("artisan-sans-frontieres"), etranger("expert-specialise")),
			List.of(new Etape("animateurs-crp", "animateur-crp", "centre-ressources", "userTask_reunirElements", """
					{"animateur":{"value":"animateur-crp"},"expertCma":{"value":"expert-cma"},
					"besoinsIdentifies":{"value":true},"besoinsPreuve":{"value":"x"},
					"appropriationLancee":{"value":false},"appropriationPreuve":{"value":"x"},
					"corpsPrets":{"value":true},"corpsPreuve":{"value":"x"}}"""), new Etape("experts-cma", "expert-cma",
					"centre-ressources", "userTask_fixerExamen",
					"""
							{"recommandations":{"value":"Former le groupe"},"eligibiliteSuite":{"value":"differer"}}""")),
			new Etape("", "", "centre-ressources", "serviceTask_redigerAvis", "{}"), CONNUES,
			'{' + STRUCTURE + ",\"missionOrigine\":{\"value\":\"{mission}\"}}");

	private static final List<ProgrammeEssai> TOUS = List.of(new AdmissionEssai(), MISSION, CONSULAIRE, CENTRE);

	private ProgrammesEssai() {
	}

	public static List<ProgrammeEssai> tous() {
		return TOUS;
	}

}
