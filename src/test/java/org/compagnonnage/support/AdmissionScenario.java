package org.compagnonnage.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.dossier.Etape;
import org.compagnonnage.support.RecordingExpedition.LettrePartie;
import org.compagnonnage.support.Tasklist.Reponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One admission, step by step: people send their forms from Tasklist, the test fires the
 * jobs between two steps by element id.
 */
public class AdmissionScenario {

	private static final Map<String, String> ROLES = Map.of("userTask_arbitrerQuota", "gerance",
			"userTask_preparerCape", "charge-administratif", "userTask_preparerCesa", "charge-administratif",
			"userTask_enregistrerReponse", "charge-administratif");

	private final String reference;

	private final Tasklist tasklist;

	private final Engine engine;

	private final Dossiers dossiers;

	private final RecordingExpedition lettres;

	private final MutableClock clock;

	AdmissionScenario(String reference, Tasklist tasklist, Engine engine, Dossiers dossiers,
			RecordingExpedition lettres, MutableClock clock) {
		this.reference = reference;
		this.tasklist = tasklist;
		this.engine = engine;
		this.dossiers = dossiers;
		this.lettres = lettres;
		this.clock = clock;
	}

	public String reference() {
		return this.reference;
	}

	public Dossier dossier() {
		return this.dossiers.trouver(this.reference).orElseThrow();
	}

	// What people do

	/** The person whose task it is sends its form. */
	public Reponse envoyer(String tache, Map<String, ?> saisie) {
		return this.tasklist.terminer(ROLES.getOrDefault(tache, "referent37"), this.reference, tache, saisie);
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
		String debut = this.clock.today().plusDays(7).toString();
		return terminer("cape".equals(type) ? "userTask_preparerCape" : "userTask_preparerCesa",
				AdmissionScenarios.contrat(type, debut))
			.executer("serviceTask_redigerContrat", "serviceTask_envoyerContrat");
	}

	public AdmissionScenario signer() {
		return terminer("userTask_enregistrerReponse",
				Map.of("contratReponse", "signe", "contratSigneLe", this.clock.today().toString()))
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
		assertThat(this.engine.finir(note)).isEqualTo("endEvent_dossierNonConcerne");
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
		return this.engine.finir(noterParFormulaire(evenement, motif).reussie().path("id").asText());
	}

	private Tasklist.Reponse noterParFormulaire(String evenement, String motif) {
		Map<String, Object> saisie = new LinkedHashMap<>();
		saisie.put("referenceDossier", this.reference);
		saisie.put("evenement", evenement);
		if (motif != null) {
			saisie.put("retraitMotif", motif);
		}
		return this.tasklist.demarrer("referent37", "admission-evenement", saisie);
	}

	public AdmissionScenario retirer() {
		return noter("retrait", "J'ai trouvé un emploi").executer("serviceTask_confirmerRetrait");
	}

	/** A responsable cancels the case in Cockpit. */
	public AdmissionScenario annuler() {
		String id = this.tasklist.appeler("responsable", "GET",
				"/process-instance?maxResults=10&rootProcessInstances=true&processDefinitionKey=admission-cae&businessKey="
						+ this.reference,
				null)
			.reussie()
			.path(0)
			.path("id")
			.asText();
		this.tasklist.appeler("responsable", "DELETE", "/process-instance/" + id, null).reussie();
		return this;
	}

	// What time and the engine do

	public AdmissionScenario executer(String... elements) {
		this.engine.executer(this.reference, elements);
		return this;
	}

	public AdmissionScenario attendre(String... timers) {
		this.engine.attendre(this.reference, timers);
		return this;
	}

	/** The person stays silent until the end. */
	public AdmissionScenario laisserSilencieuse() {
		return attendre("event_premiereRelance").executer("serviceTask_envoyerPremiereRelance")
			.attendre("event_secondeRelance")
			.executer("serviceTask_envoyerSecondeRelance")
			.attendre("event_cloture")
			.executer("serviceTask_signalerSilence", "serviceTask_annoncerAbandon");
	}

	public Object variable(String name) {
		return this.engine.variable(this.reference, name);
	}

	/** A variable of the contract's own process. */
	public Object variableDuContrat(String name) {
		return this.engine.variable(this.reference, "admission-contrat", name);
	}

	// What is asserted

	public AdmissionScenario attend(String element) {
		assertThat(this.engine.positions(this.reference)).as("where " + this.reference + " stands").contains(element);
		return this;
	}

	/**
	 * The case is closed with its outcome, by its end event, and nothing of it is left.
	 */
	public AdmissionScenario assertClos(String fin, String issue, String... etapes) {
		assertThat(dossier().etat()).isEqualTo("close");
		assertThat(dossier().issue()).isEqualTo(issue);
		assertThat(dossier().closLe()).isNotNull();
		List<Etape> parcourues = this.dossiers.etapes(this.reference);
		assertThat(parcourues).extracting(Etape::etape)
			.containsExactly(
					java.util.stream.Stream.concat(java.util.Arrays.stream(etapes), java.util.stream.Stream.of("close"))
						.toArray(String[]::new));
		for (int i = 1; i < parcourues.size(); i++) {
			assertThat(parcourues.get(i).depuis()).isEqualTo(parcourues.get(i - 1).jusqua());
		}
		if (fin != null) {
			assertThat(this.engine.fins(this.reference)).contains(fin);
		}
		this.engine.assertNothingLeft(this.reference);
		return this;
	}

	/** The letters that left in this case, in their order. */
	public AdmissionScenario assertLettres(String... modeles) {
		assertThat(this.lettres.duDossier(this.reference)).extracting(LettrePartie::modele).containsExactly(modeles);
		assertThat(this.lettres.duDossier(this.reference)).extracting(LettrePartie::messageId).doesNotHaveDuplicates();
		return this;
	}

	/** A letter of this case, whose text and HTML both say the given words. */
	public LettrePartie assertLettre(String modele, String... mots) {
		LettrePartie lettre = this.lettres.seule(this.reference, modele);
		assertThat(lettre.messageId()).startsWith("<" + this.reference + "." + modele.replace('/', '.') + ".1@");
		return assertMots(lettre, mots);
	}

	/** The last letter of this case, whose text and HTML both say the given words. */
	public LettrePartie assertDerniereLettre(String modele, String... mots) {
		List<LettrePartie> parties = this.lettres.duDossier(this.reference);
		LettrePartie derniere = parties.get(parties.size() - 1);
		assertThat(derniere.modele()).isEqualTo(modele);
		return assertMots(derniere, mots);
	}

	private LettrePartie assertMots(LettrePartie lettre, String... mots) {
		String modele = lettre.modele();
		assertThat(lettre.texte()).as("text of " + modele).contains(mots).contains(this.reference);
		assertThat(lettre.motsHtml()).as("HTML of " + modele).contains(mots).contains(this.reference);
		return lettre;
	}

}
