package org.compagnonnage.support;

import java.util.LinkedHashMap;
import java.util.Map;

import org.compagnonnage.support.Tasklist.Reponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One admission, step by step: people send their forms from Tasklist, the test fires the
 * jobs between two steps by element id.
 */
public class AdmissionScenario extends Scenario<AdmissionScenario> {

	private static final Map<String, String> ROLES = Map.of("userTask_arbitrerQuota", "gerance",
			"userTask_preparerCape", "charge-administratif", "userTask_preparerCesa", "charge-administratif",
			"userTask_enregistrerReponse", "charge-administratif");

	AdmissionScenario(String reference, Atelier atelier) {
		super(reference, "admission-cae", atelier);
	}

	@Override
	protected AdmissionScenario self() {
		return this;
	}

	// What people do

	/** The person whose task it is sends its form. */
	public Reponse envoyer(String tache, Map<String, ?> saisie) {
		return envoyer(ROLES.getOrDefault(tache, "referent37"), tache, saisie);
	}

	/** The person whose task it is completes it with its form. */
	public AdmissionScenario terminer(String tache, Map<String, ?> saisie) {
		envoyer(tache, saisie).reussie();
		return this;
	}

	public AdmissionScenario accueillir() {
		return terminer("userTask_accueillirPersonne", Map.of());
	}

	public AdmissionScenario diagnostiquer(Map<String, ?> diagnostic) {
		return terminer("userTask_realiserDiagnostic", diagnostic).executer("serviceTask_expliquerOrientation");
	}

	/** Confirms the proposed orientation. */
	public AdmissionScenario confirmer() {
		return terminer("userTask_validerOrientation", Map.of("orientationRetenue", variable("orientation")));
	}

	/** Goes to the confirmed orientation by the diagnostic that gives it. */
	public AdmissionScenario orienter(String orientation) {
		accueillir().diagnostiquer(AdmissionScenarios.diagnosticPour(orientation));
		assertThat(variable("orientation")).isEqualTo(orientation);
		return confirmer();
	}

	/** Drafts and sends the contract, whose preparation waits. */
	public AdmissionScenario preparer(String type) {
		String debut = atelier().clock().today().plusDays(7).toString();
		return terminer("cape".equals(type) ? "userTask_preparerCape" : "userTask_preparerCesa",
				AdmissionScenarios.contrat(type, debut))
			.executer("serviceTask_redigerContrat", "serviceTask_envoyerContrat");
	}

	public AdmissionScenario signer() {
		return terminer("userTask_enregistrerReponse",
				Map.of("contratReponse", "signe", "contratSigneLe", atelier().clock().today().toString()))
			.executer("serviceTask_constaterSignature", "serviceTask_feliciterPersonne");
	}

	public AdmissionScenario refuser(String motif) {
		return terminer("userTask_enregistrerReponse", Map.of("contratReponse", "refuse", "contratRefusMotif", motif))
			.executer("serviceTask_prendreActeRefus", "serviceTask_confirmerRefus");
	}

	/** The person asks for another contract. */
	public AdmissionScenario reprendre(String motif) {
		return terminer("userTask_enregistrerReponse",
				Map.of("contratReponse", "reprendre", "contratRepriseMotif", motif));
	}

	/** Staff notes a withdrawal, a sign of life or a return, for which the case waits. */
	public AdmissionScenario noter(String evenement, String motif) {
		assertThat(transmettre(evenement, motif)).isEqualTo("endEvent_evenementTransmis");
		return this;
	}

	/** Staff notes what the case waits for, but no longer when it is told. */
	public AdmissionScenario noterTropTard(String evenement, String motif, Runnable entretemps) {
		String note = noterParFormulaire(evenement, motif).reussie().path("id").asText();
		entretemps.run();
		assertThat(atelier().engine().finir(note)).isEqualTo("endEvent_dossierNonConcerne");
		return this;
	}

	/** The form itself refuses what the case does not wait for, and says why. */
	public AdmissionScenario assertRefuse(String evenement, String pourquoi) {
		Tasklist.Reponse reponse = noterParFormulaire(evenement, "retrait".equals(evenement) ? "Trop tard." : null);
		assertThat(reponse.statut()).isEqualTo(400);
		assertThat(reponse.corps().path("erreurs").path(0).path("message").asText()).contains(pourquoi);
		assertThat(reponse.corps().path("erreurs").path(0).path("champ").asText()).isEqualTo("evenement");
		return this;
	}

	private String transmettre(String evenement, String motif) {
		return atelier().engine().finir(noterParFormulaire(evenement, motif).reussie().path("id").asText());
	}

	private Tasklist.Reponse noterParFormulaire(String evenement, String motif) {
		Map<String, Object> saisie = new LinkedHashMap<>();
		saisie.put("referenceDossier", reference());
		saisie.put("evenement", evenement);
		if (motif != null) {
			saisie.put("retraitMotif", motif);
		}
		return atelier().tasklist().demarrer("referent37", "admission-evenement", saisie);
	}

	public AdmissionScenario retirer() {
		return noter("retrait", "J'ai trouvé un emploi").executer("serviceTask_confirmerRetrait");
	}

	// What time and the engine do

	/** The person stays silent until the end. */
	public AdmissionScenario laisserSilencieuse() {
		return attendre("event_premiereRelance").executer("serviceTask_envoyerPremiereRelance")
			.attendre("event_secondeRelance")
			.executer("serviceTask_envoyerSecondeRelance")
			.attendre("event_cloture")
			.executer("serviceTask_signalerSilence", "serviceTask_annoncerAbandon");
	}

	/** A variable of the contract's own process. */
	public Object variableDuContrat(String name) {
		return variable("admission-contrat", name);
	}

}
