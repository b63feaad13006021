package org.compagnonnage.support;

import java.util.HashMap;
import java.util.Map;

import org.compagnonnage.support.Tasklist.Reponse;

/** Opens resource centres after finished missions and hands each to a test. */
public class CentreScenarios {

	public static final String PERIMETRE = "cma-hauts-de-france";

	private final Atelier atelier;

	CentreScenarios(Atelier atelier) {
		this.atelier = atelier;
	}

	/** A mission of the register that ended so, opened by a partner or by nobody's. */
	public String mission(String issue, String partenaire) {
		String reference = this.atelier.dossiers()
			.ouvrir("MIS", "mission-compagnonnage", PERIMETRE, "cadrage", partenaire, null)
			.reference();
		this.atelier.dossiers().clore(reference, issue);
		return reference;
	}

	public String missionAchevee() {
		return mission("mission-capitalisee", null);
	}

	/** A centre that the expert enters in Tasklist after a finished mission. */
	public CentreScenario ouvrir() {
		String id = demander(demande(missionAchevee())).reussie().path("id").asText();
		return suivre(this.atelier.tasklist()
			.appeler("expert-cma", "GET", "/process-instance/" + id, null)
			.reussie()
			.path("businessKey")
			.asText());
	}

	/** Sends the start form. */
	public Reponse demander(Map<String, Object> demande) {
		return this.atelier.tasklist().demarrer("expert-cma", "centre-ressources", demande);
	}

	/** A case that was opened otherwise. */
	public CentreScenario suivre(String reference) {
		return new CentreScenario(reference, this.atelier);
	}

	public static Map<String, Object> demande(String mission) {
		Map<String, Object> demande = new HashMap<>(structure());
		demande.put("missionOrigine", mission);
		demande.put("perimetre", PERIMETRE);
		return demande;
	}

	/** What every start says of the structure and of the centre it wishes. */
	public static Map<String, Object> structure() {
		return Map.of("structureNom", "Chambre de métiers de Thiès", "contactPrenom", "Awa", "contactNom", "Diallo",
				"contactCourriel", "awa@exemple.sn", "contactTelephone", "+221 33 951 00 00", "pays", "Sénégal",
				"objet", "Un atelier commun aux menuisiers de Thiès.");
	}

}
