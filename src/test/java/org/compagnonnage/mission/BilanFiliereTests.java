package org.compagnonnage.mission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

import org.compagnonnage.mission.BilanFiliere.Chiffres;
import org.compagnonnage.mission.BilanFiliere.Compte;
import org.compagnonnage.mission.BilanFiliere.Cumul;
import org.compagnonnage.mission.BilanFiliere.Suite;
import org.compagnonnage.mission.BilanFiliere.Totaux;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What outsiders may read of a filière. */
class BilanFiliereTests {

	private static final MissionSettings SETTINGS = new MissionSettings(28, Period.ofMonths(3), Period.ofMonths(6));

	@Test
	void whatThreeEnterprisesSaidIsAddedUp() {
		Cumul chiffre = new Cumul(3, new BigDecimal("1250.50"));
		assertThat(BilanFiliere.chiffres(List.of(new Totaux(Moment.DEPART, chiffre, new Cumul(2, BigDecimal.TEN))),
				SETTINGS::nom))
			.containsExactly(new Chiffres("Avant la mission", chiffre, null),
					new Chiffres("Trois mois après la mission", null, null),
					new Chiffres("Six mois après la mission", null, null));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2 })
	void underThreeAnswersThereIsNoFigureAtAll(int reponses) {
		Cumul trop = new Cumul(reponses, BigDecimal.TEN);
		assertThat(BilanFiliere.chiffres(
				List.of(new Totaux(Moment.DEPART, trop, trop), new Totaux(Moment.SECOND_SUIVI, trop, trop)),
				SETTINGS::nom))
			.isEmpty();
	}

	@Test
	void aFiliereThatNobodyFollowedUpHasNoFigure() {
		assertThat(BilanFiliere.chiffres(List.of(), SETTINGS::nom)).isEmpty();
	}

	@Test
	void everyStatusIsCounted() {
		assertThat(
				BilanFiliere.comptes(List.of(pour("Menuiserie Diallo", "Changer de lames", StatutPreconisation.FAITE),
						pour("Atelier Keïta", "Aspirer", StatutPreconisation.FAITE),
						duGroupe("Scieurs", "Sécher", StatutPreconisation.EN_COURS))))
			.containsExactly(new Compte("Proposée", 0), new Compte("Acceptée", 0), new Compte("En cours", 1),
					new Compte("Faite", 2), new Compte("Non retenue", 0));
		assertThat(BilanFiliere.comptes(List.of())).extracting(Compte::nombre).containsOnly(0L);
	}

	@Test
	void individualRecommendationsTellNeitherWhoseTheyAreNorWhichGoTogether() {
		assertThat(BilanFiliere.suites(List.of(pour("Menuiserie Diallo", "Tenir un cahier", StatutPreconisation.FAITE),
				pour("Menuiserie Diallo", "Aspirer", StatutPreconisation.PROPOSEE),
				pour("Atelier Keïta", "Changer de lames", StatutPreconisation.PROPOSEE),
				duGroupe("Scieurs", "Sécher", StatutPreconisation.EN_COURS),
				duGroupe("Ébénistes", "Exposer", StatutPreconisation.FAITE))))
			.containsExactly(new Suite("Exposer", "Ébénistes", "Faite"), new Suite("Sécher", "Scieurs", "En cours"),
					new Suite("Aspirer", "Individuelle", "Proposée"),
					new Suite("Changer de lames", "Individuelle", "Proposée"),
					new Suite("Tenir un cahier", "Individuelle", "Faite"));
	}

	@Test
	void aGroupWithoutActionAndAnActionWithoutResultAreTold() {
		Missions.Groupe groupe = new Missions.Groupe("g", "MIS-2026-000001", "bois", "Scieurs");
		Missions.Filiere filiere = new Missions.Filiere("MIS-2026-000001", "bois", "Bois", "Meubles", null, null);
		assertThat(BilanGroupe.de(groupe, filiere, null)).isEqualTo(new BilanGroupe("Scieurs", "Bois", null));
		LocalDate debut = LocalDate.of(2026, 11, 2);
		ActionCollective.Projet projet = new ActionCollective.Projet("Acheter ensemble", "Payer moins", "Un appel",
				debut, debut.plusDays(30), BigDecimal.TEN);
		assertThat(BilanGroupe.de(groupe, filiere, new ActionCollective("g", "Scieurs", projet, debut, null)).action())
			.isEqualTo(new BilanGroupe.Action("Acheter ensemble", "Payer moins", debut, debut.plusDays(30),
					BigDecimal.TEN, null, null, null, null));
	}

	@Test
	void anActionIsToldAsItWent() {
		Missions.Groupe groupe = new Missions.Groupe("g", "MIS-2026-000001", "bois", "Scieurs");
		Missions.Filiere filiere = new Missions.Filiere("MIS-2026-000001", "bois", "Bois", "Meubles", null, null);
		LocalDate prevu = LocalDate.of(2026, 11, 2);
		LocalDate commencee = LocalDate.of(2026, 12, 1);
		ActionCollective.Bilan bilan = new ActionCollective.Bilan("Le fournisseur est choisi.", "Le prix a monté.",
				commencee, null, "non-aboutie", "Rien n'est acheté.", null);
		assertThat(BilanGroupe
			.de(groupe, filiere,
					new ActionCollective("g", "Scieurs",
							new ActionCollective.Projet("Acheter ensemble", "Payer moins", "Un appel", prevu,
									prevu.plusDays(60), BigDecimal.TEN),
							prevu, bilan))
			.action())
			.isEqualTo(new BilanGroupe.Action("Acheter ensemble", "Payer moins", commencee, prevu.plusDays(60),
					BigDecimal.TEN, "Non aboutie", "Rien n'est acheté.", "Le prix a monté.", null));
	}

	private static Preconisation pour(String entreprise, String intitule, StatutPreconisation statut) {
		return new Preconisation(intitule, 1, entreprise, "id de " + entreprise, null, intitule, null,
				EtapeCycle.PRODUCTION, "Awa Ba", LocalDate.of(2026, 12, 15), statut);
	}

	private static Preconisation duGroupe(String groupe, String intitule, StatutPreconisation statut) {
		return new Preconisation(intitule, 1, groupe, null, "id de " + groupe, intitule, null, EtapeCycle.PRODUCTION,
				"Awa Ba", LocalDate.of(2026, 12, 15), statut);
	}

}
