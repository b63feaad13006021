package org.compagnonnage.mission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.compagnonnage.form.Erreur;
import org.compagnonnage.organisation.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What a request contradicts and what it lacks, field by field. */
class DemandeRulesTests {

	private static final LocalDate DEBUT = LocalDate.of(2026, 11, 2);

	private final DemandeRules rules = new DemandeRules(List.of(new Organisation.Filiere("bois", "Bois"),
			new Organisation.Filiere("textile", "Textile"), new Organisation.Filiere("cuir", "Cuir")));

	@Test
	void aRequestWithTwoFilieresThreeGroupsAndSixEnterprisesIsTaken() {
		Demande demande = new Brouillon().demande();
		assertThat(this.rules.contradictions(demande)).isEmpty();
		assertThat(this.rules.manques(demande)).isEmpty();
	}

	static Stream<Arguments> contradictions() {
		return Stream.of(
				contradiction("no filière", (b) -> b.vider(), "filieres", "Une mission concerne au moins une filière."),
				contradiction("unknown filière", (b) -> b.filieres.add(new Demande.Filiere("verre", "Vitraux")),
						"filieres[2].filiere", "Cette filière est inconnue ; les filières sont : bois, textile, cuir."),
				contradiction("a filière twice", (b) -> b.filieres.add(new Demande.Filiere("bois", "Jouets")),
						"filieres[2].filiere", "Cette filière est déjà dans la liste."),
				contradiction("a filière without group", (b) -> b.filieres.add(new Demande.Filiere("cuir", "Sacs")),
						"filieres[2].filiere", "Cette filière n'a pas de groupe."),
				contradiction("a group twice", (b) -> b.groupes.add(new Demande.Groupe("ébénistes  de Thiès", "bois")),
						"groupes[3].nom", "Ce groupe est déjà dans la liste."),
				contradiction("a group of another filière", (b) -> {
					b.groupes.add(new Demande.Groupe("Selliers", "cuir"));
					b.entreprises.add(new Demande.Entreprise("Sellerie Fall", "textile", "Selliers", null, null));
				}, "groupes[3].filiere", "Cette filière n'est pas dans la liste des filières de la mission."),
				contradiction("a group without enterprise",
						(b) -> b.groupes.add(new Demande.Groupe("Teinturières", "textile")), "groupes[3].nom",
						"Ce groupe n'a pas d'entreprise."),
				contradiction("an enterprise twice",
						(b) -> b.entreprises.add(new Demande.Entreprise("MENUISERIE  DIALLÒ", "bois",
								"Menuisiers de Dakar", null, null)),
						"entreprises[6].nom", "Cette entreprise est déjà dans la liste."),
				contradiction("an enterprise of another filière",
						(b) -> b.entreprises
							.add(new Demande.Entreprise("Sellerie Fall", "cuir", "Tisserandes", null, null)),
						"entreprises[6].filiere", "Cette filière n'est pas dans la liste des filières de la mission."),
				contradiction("an enterprise of an unknown group",
						(b) -> b.entreprises
							.add(new Demande.Entreprise("Bois Sarr", "bois", "Charpentiers", null, null)),
						"entreprises[6].groupe", "Ce groupe n'est pas dans la liste des groupes de la mission."),
				contradiction("an enterprise in a group of another filière",
						(b) -> b.entreprises
							.add(new Demande.Entreprise("Bois Sarr", "bois", "Tisserandes", null, null)),
						"entreprises[6].groupe", "Ce groupe est d'une autre filière que l'entreprise."),
				contradiction("an end on the first day", (b) -> b.fin = DEBUT, "missionFin",
						"La mission se termine après son début."),
				contradiction("an end before the first day", (b) -> b.fin = DEBUT.minusDays(1), "missionFin",
						"La mission se termine après son début."));
	}

	private static Arguments contradiction(String quoi, Consumer<Brouillon> changement, String champ, String message) {
		return arguments(quoi, changement, new Erreur(champ, message));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("contradictions")
	void aContradictionNamesItsField(String quoi, Consumer<Brouillon> changement, Erreur erreur) {
		Brouillon brouillon = new Brouillon();
		changement.accept(brouillon);
		assertThat(this.rules.contradictions(brouillon.demande())).contains(erreur);
	}

	@Test
	void allContradictionsAreToldAtOnce() {
		Brouillon brouillon = new Brouillon();
		brouillon.fin = DEBUT;
		brouillon.entreprises.set(0, new Demande.Entreprise("Menuiserie Diallo", "bois", "Personne", null, null));
		brouillon.entreprises.set(3, new Demande.Entreprise("Atelier Ba", "bois", "Tisserandes", null, null));
		assertThat(this.rules.contradictions(brouillon.demande())).extracting(Erreur::champ)
			.containsExactly("missionFin", "entreprises[0].groupe", "entreprises[3].groupe");
	}

	@Test
	void aRequestThatLacksAMarketIsIncompleteButNotContradictory() {
		Brouillon brouillon = new Brouillon();
		brouillon.filieres.set(1, new Demande.Filiere("textile", null));
		assertThat(this.rules.contradictions(brouillon.demande())).isEmpty();
		assertThat(this.rules.manques(brouillon.demande()))
			.containsExactly("Le marché porteur de la filière « Textile » n'est pas identifié.");
	}

	@ParameterizedTest
	@CsvSource({ "false", "," })
	void craftspeopleWhoAreNotKnownToBeWillingAreMissing(Boolean volontaires) {
		Brouillon brouillon = new Brouillon();
		brouillon.volontaires = volontaires;
		assertThat(this.rules.contradictions(brouillon.demande())).isEmpty();
		assertThat(this.rules.manques(brouillon.demande()))
			.containsExactly("Il n'est pas établi que les artisans veulent et peuvent se positionner sur ces marchés.");
	}

	/** The request of the tests: 2 filières, 3 groups, 6 enterprises. */
	private static final class Brouillon {

		private LocalDate fin = DEBUT.plusDays(27);

		private Boolean volontaires = true;

		private final List<Demande.Filiere> filieres = new ArrayList<>(
				List.of(new Demande.Filiere("bois", "Mobilier d'hôtel"), new Demande.Filiere("textile", "Export")));

		private final List<Demande.Groupe> groupes = new ArrayList<>(List.of(
				new Demande.Groupe("Menuisiers de Dakar", "bois"), new Demande.Groupe("Ébénistes de Thiès", "bois"),
				new Demande.Groupe("Tisserandes", "textile")));

		private final List<Demande.Entreprise> entreprises = new ArrayList<>(
				List.of(new Demande.Entreprise("Menuiserie Diallo", "bois", "Menuisiers de Dakar", null, null),
						new Demande.Entreprise("Menuiserie Ndiaye", "bois", "menuisiers de dakar", null, null),
						new Demande.Entreprise("Ébénisterie Sow", "bois", "Ébénistes de Thiès", null, null),
						new Demande.Entreprise("Atelier Ba", "bois", "Ébénistes de Thiès", null, null),
						new Demande.Entreprise("Tissages Faye", "textile", "Tisserandes", null, null),
						new Demande.Entreprise("Tissages Gueye", "textile", "Tisserandes", null, null)));

		private Demande demande() {
			return new Demande(DEBUT, this.fin, this.volontaires, this.filieres, this.groupes, this.entreprises);
		}

		private void vider() {
			this.filieres.clear();
		}

	}

}
