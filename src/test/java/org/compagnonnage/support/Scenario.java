package org.compagnonnage.support;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Etape;
import org.compagnonnage.support.RecordingExpedition.LettrePartie;
import org.compagnonnage.support.Tasklist.Reponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One case of a programme, step by step: people send their forms from Tasklist, the test
 * fires the jobs between two steps by element id.
 *
 * @param <S> the scenario of the programme
 */
public abstract class Scenario<S extends Scenario<S>> {

	private final String reference;

	private final String programme;

	private final Atelier atelier;

	protected Scenario(String reference, String programme, Atelier atelier) {
		this.reference = reference;
		this.programme = programme;
		this.atelier = atelier;
	}

	protected abstract S self();

	protected Atelier atelier() {
		return this.atelier;
	}

	public String reference() {
		return this.reference;
	}

	public Dossier dossier() {
		return this.atelier.dossiers().trouver(this.reference).orElseThrow();
	}

	// What people do

	/** A person sends the form of a task. */
	public Reponse envoyer(String login, String tache, Map<String, ?> saisie) {
		return this.atelier.tasklist().terminer(login, this.reference, tache, saisie);
	}

	/** A person completes a task with its form. */
	public S terminer(String login, String tache, Map<String, ?> saisie) {
		envoyer(login, tache, saisie).reussie();
		return self();
	}

	/** A person completes the one of several like tasks that has these variables. */
	public S terminer(String login, String tache, Map<String, ?> selon, Map<String, ?> saisie) {
		this.atelier.tasklist().terminer(login, this.reference, tache, selon, saisie).reussie();
		return self();
	}

	/** Staff note that the case stops. */
	public S arreter(String login, String motif) {
		String note = this.atelier.tasklist()
			.demarrer(login, "dossier-evenement",
					Map.of("referenceDossier", this.reference, "evenement", "arret", "motif", motif))
			.reussie()
			.path("id")
			.asText();
		assertThat(this.atelier.engine().finir(note)).isEqualTo("endEvent_evenementTransmis");
		return self();
	}

	/** A responsable cancels the case in Cockpit. */
	public S annuler() {
		String id = this.atelier.tasklist()
			.appeler("responsable", "GET",
					"/process-instance?maxResults=10&rootProcessInstances=true&processDefinitionKey=" + this.programme
							+ "&businessKey=" + this.reference,
					null)
			.reussie()
			.path(0)
			.path("id")
			.asText();
		this.atelier.tasklist().appeler("responsable", "DELETE", "/process-instance/" + id, null).reussie();
		return self();
	}

	// What time and the engine do

	/** Executes the one job that waits at each of these elements. */
	public S executer(String... elements) {
		this.atelier.engine().executer(this.reference, elements);
		return self();
	}

	/**
	 * Executes the jobs that wait at each of these elements, however many, and at least
	 * one.
	 */
	public S executerTous(String... elements) {
		this.atelier.engine().executerTous(this.reference, elements);
		return self();
	}

	public S attendre(String... timers) {
		this.atelier.engine().attendre(this.reference, timers);
		return self();
	}

	/** Waits for the timers of a loop. */
	public S attendreTous(String timer) {
		this.atelier.engine().attendreTous(this.reference, timer);
		return self();
	}

	public Object variable(String name) {
		return variable(this.programme, name);
	}

	/** A variable of one process of the case. */
	public Object variable(String process, String name) {
		return this.atelier.engine().variable(this.reference, process, name);
	}

	// What is asserted

	public S attend(String element) {
		assertThat(this.atelier.engine().positions(this.reference)).as("where " + this.reference + " stands")
			.contains(element);
		return self();
	}

	/**
	 * The case is closed with its outcome, by its end event, and nothing of it is left.
	 */
	public S assertClos(String fin, String issue, String... etapes) {
		assertThat(dossier().etat()).isEqualTo("close");
		assertThat(dossier().issue()).isEqualTo(issue);
		assertThat(dossier().closLe()).isNotNull();
		List<Etape> parcourues = this.atelier.dossiers().etapes(this.reference);
		assertThat(parcourues).extracting(Etape::etape)
			.containsExactly(Stream.concat(Arrays.stream(etapes), Stream.of("close")).toArray(String[]::new));
		for (int i = 1; i < parcourues.size(); i++) {
			assertThat(parcourues.get(i).depuis()).isEqualTo(parcourues.get(i - 1).jusqua());
		}
		if (fin != null) {
			assertThat(this.atelier.engine().fins(this.reference)).contains(fin);
		}
		this.atelier.engine().assertNothingLeft(this.reference);
		return self();
	}

	/** The letters that left in this case, in their order. */
	public S assertLettres(String... modeles) {
		assertThat(this.atelier.lettres().duDossier(this.reference)).extracting(LettrePartie::modele)
			.containsExactly(modeles);
		assertThat(this.atelier.lettres().duDossier(this.reference)).extracting(LettrePartie::messageId)
			.doesNotHaveDuplicates();
		return self();
	}

	/** A letter of this case, whose text and HTML both say the given words. */
	public LettrePartie assertLettre(String modele, String... mots) {
		LettrePartie lettre = this.atelier.lettres().seule(this.reference, modele);
		assertThat(lettre.messageId()).startsWith("<" + this.reference + "." + modele.replace('/', '.') + ".1@");
		return assertMots(lettre, mots);
	}

	/** The last letter of this case, whose text and HTML both say the given words. */
	public LettrePartie assertDerniereLettre(String modele, String... mots) {
		List<LettrePartie> parties = this.atelier.lettres().duDossier(this.reference);
		LettrePartie derniere = parties.get(parties.size() - 1);
		assertThat(derniere.modele()).isEqualTo(modele);
		return assertMots(derniere, mots);
	}

	protected LettrePartie assertMots(LettrePartie lettre, String... mots) {
		String modele = lettre.modele();
		assertThat(lettre.texte()).as("text of " + modele).contains(mots).contains(this.reference);
		assertThat(lettre.motsHtml()).as("HTML of " + modele).contains(mots).contains(this.reference);
		return lettre;
	}

}
