package org.compagnonnage.support;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

/**
 * Opens missions, and has an expert-métier for the second filière, which the demo has
 * not.
 */
public class MissionScenarios {

	public static final String EXPERT_TEXTILE = "expert-metier-textile";

	/** Where the missions of the tests belong. */
	public static final String PERIMETRE = "lille";

	private final Atelier atelier;

	private final IdentityService identity;

	MissionScenarios(Atelier atelier, IdentityService identity) {
		this.atelier = atelier;
		this.identity = identity;
	}

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
		List.of("experts-metier", "experts-metier-textile")
			.forEach((groupe) -> this.identity.createMembership(EXPERT_TEXTILE, groupe));
		this.identity.createTenantUserMembership(PERIMETRE, EXPERT_TEXTILE);
	}

	/** A mission that an expert CMA enters in Tasklist. */
	public MissionScenario ouvrir() {
		return ouvrir(demande());
	}

	/** A mission with another request. */
	public MissionScenario ouvrir(Map<String, Object> demande) {
		String id = this.atelier.tasklist()
			.demarrer("expert-cma", "mission-compagnonnage", demande)
			.reussie()
			.path("id")
			.asText();
		return suivre(this.atelier.tasklist()
			.appeler("expert-cma", "GET", "/process-instance/" + id, null)
			.reussie()
			.path("businessKey")
			.asText());
	}

	/** A mission that was opened otherwise. */
	public MissionScenario suivre(String reference) {
		creerExpertTextile();
		return new MissionScenario(reference, this.atelier);
	}

	/**
	 * A request with 2 filières, 3 groups and 6 enterprises, from 2 to 29 November 2026.
	 */
	public static Map<String, Object> demande() {
		Map<String, Object> demande = new LinkedHashMap<>();
		demande.put("perimetre", PERIMETRE);
		demande.put("structureNom", "Chambre de métiers de Dakar");
		demande.put("contactPrenom", "Aminata");
		demande.put("contactNom", "Sarr");
		demande.put("contactCourriel", "aminata.sarr@exemple.sn");
		demande.put("contactTelephone", "+221 33 821 12 34");
		demande.put("pays", "Sénégal");
		demande.put("objet", "Vendre aux hôtels et exporter.");
		demande.put("missionDebut", "2026-11-02");
		demande.put("missionFin", "2026-11-29");
		demande.put("artisansVolontaires", true);
		demande.put("filieres", List.of(filiere("bois", "Mobilier d'hôtel"), filiere("textile", "Tissage équitable")));
		demande.put("groupes",
				List.of(Map.of("nom", "Menuisiers de Dakar", "filiere", "bois"),
						Map.of("nom", "Ébénistes de Thiès", "filiere", "bois"),
						Map.of("nom", "Tisserandes", "filiere", "textile")));
		demande.put("entreprises",
				List.of(entreprise("Menuiserie Diallo", "bois", "Menuisiers de Dakar", "Ousmane Diallo",
						"diallo@exemple.sn"),
						entreprise("Menuiserie Ndiaye", "bois", "Menuisiers de Dakar", null, null),
						entreprise("Ébénisterie Sow", "bois", "Ébénistes de Thiès", null, "sow@exemple.sn"),
						entreprise("Atelier Ba", "bois", "Ébénistes de Thiès", "Ibra Ba", null),
						entreprise("Tissages Faye", "textile", "Tisserandes", null, null),
						entreprise("Tissages Gueye", "textile", "Tisserandes", "Khady Gueye", "diallo@exemple.sn")));
		return demande;
	}

	/** The same, with one other answer. */
	public static Map<String, Object> demande(String champ, Object valeur) {
		Map<String, Object> demande = demande();
		demande.put(champ, valeur);
		return demande;
	}

	public static Map<String, Object> filiere(String filiere, String marche) {
		Map<String, Object> ligne = new LinkedHashMap<>();
		ligne.put("filiere", filiere);
		ligne.put("marche", marche);
		return ligne;
	}

	public static Map<String, Object> entreprise(String nom, String filiere, String groupe, String contact,
			String courriel) {
		Map<String, Object> ligne = new LinkedHashMap<>();
		ligne.put("nom", nom);
		ligne.put("filiere", filiere);
		ligne.put("groupe", groupe);
		ligne.put("contactNom", contact);
		ligne.put("contactCourriel", courriel);
		return ligne;
	}

	/** The same with one filière, one group and one enterprise, from a day on. */
	public static Map<String, Object> petiteDemande(LocalDate debut) {
		Map<String, Object> demande = demande();
		demande.put("missionDebut", debut.toString());
		demande.put("missionFin", debut.plusDays(27).toString());
		demande.put("filieres", List.of(filiere("bois", "Mobilier d'hôtel")));
		demande.put("groupes", List.of(Map.of("nom", "Menuisiers de Dakar", "filiere", "bois")));
		demande.put("entreprises", List
			.of(entreprise("Menuiserie Diallo", "bois", "Menuisiers de Dakar", "Ousmane Diallo", "diallo@exemple.sn")));
		return demande;
	}

}
