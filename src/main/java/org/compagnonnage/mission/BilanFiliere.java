package org.compagnonnage.mission;

import java.math.BigDecimal;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.Locale;

/**
 * A filière from before the mission to six months after it (S0), for readers outside the
 * team: it names no enterprise, and no figure tells what one of them earns.
 *
 * @param expert name of the expert-métier, null when nobody is named, as {@code artisan}
 * @param entreprises how many enterprises were accompanied
 * @param chiffres a row each moment, none when no figure can be published
 * @param constats what was found, oldest first
 * @param comptes how many recommendations have each status
 * @param preconisations collective ones group by group, then the individual ones by
 * status and title, which does not tell whose they are
 */
record BilanFiliere(String nom, String marche, String expert, String artisan, int entreprises, List<Chiffres> chiffres,
		List<Constat> constats, List<Compte> comptes, List<Suite> preconisations) {

	private static final String INDIVIDUELLE = "Individuelle";

	/** The sums that can be published, at each moment, which has a name. */
	static List<Chiffres> chiffres(List<Totaux> totaux, Function<Moment, String> nom) {
		List<Chiffres> chiffres = Arrays.stream(Moment.values())
			.map((moment) -> totaux.stream()
				.filter((total) -> total.moment() == moment)
				.findFirst()
				.map((total) -> new Chiffres(nom.apply(moment), total.chiffreAffaires().publiable(),
						total.emplois().publiable()))
				.orElseGet(() -> new Chiffres(nom.apply(moment), null, null)))
			.toList();
		return chiffres.stream().allMatch((ligne) -> ligne.chiffreAffaires() == null && ligne.emplois() == null)
				? List.of() : chiffres;
	}

	static List<Compte> comptes(List<Preconisation> preconisations) {
		return Arrays.stream(StatutPreconisation.values())
			.map((statut) -> new Compte(statut.libelle(),
					preconisations.stream().filter((preconisation) -> preconisation.statut() == statut).count()))
			.toList();
	}

	static List<Suite> suites(List<Preconisation> preconisations) {
		Collator alphabet = Collator.getInstance(Locale.FRANCE);
		return preconisations.stream()
			.sorted(Comparator
				.comparing(
						(Preconisation preconisation) -> (preconisation.groupe() != null) ? preconisation.pour() : null,
						Comparator.nullsLast(alphabet))
				.thenComparing(Preconisation::statut)
				.thenComparing(Preconisation::intitule, alphabet))
			.map((preconisation) -> new Suite(preconisation.intitule(),
					(preconisation.groupe() != null) ? preconisation.pour() : INDIVIDUELLE,
					preconisation.statut().libelle()))
			.toList();
	}

	/**
	 * A moment of the follow-up.
	 *
	 * @param chiffreAffaires turnover of a year in euros, null when it cannot be
	 * published, as {@code emplois}
	 */
	record Chiffres(String moment, Cumul chiffreAffaires, Cumul emplois) {
	}

	/** What all enterprises of a filière add up to at a moment. */
	record Totaux(Moment moment, Cumul chiffreAffaires, Cumul emplois) {
	}

	/**
	 * A sum over enterprises.
	 *
	 * @param reponses how many enterprises answered
	 */
	record Cumul(int reponses, BigDecimal total) {

		/** Under three answers, a sum would tell what each enterprise said. */
		private static final int REPONSES_MINIMALES = 3;

		/** This sum, or null when it would tell too much. */
		Cumul publiable() {
			return (this.reponses >= REPONSES_MINIMALES) ? this : null;
		}

	}

	/** What was found at a moment. */
	record Constat(String moment, String texte) {
	}

	/** How many recommendations have a status. */
	record Compte(String statut, long nombre) {
	}

	/**
	 * What became of a recommendation.
	 *
	 * @param portee the group for which it is, or that it is an individual one
	 */
	record Suite(String intitule, String portee, String statut) {
	}

}
