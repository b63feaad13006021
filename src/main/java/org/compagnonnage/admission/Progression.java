package org.compagnonnage.admission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds what is missing to reach the next better orientation by asking the decision
 * itself: it changes as few answers as possible, and amounts as little as possible, until
 * the decision answers better. It knows no rule.
 */
class Progression {

	private static final String MANQUE = "Il manque";

	/**
	 * What a person can change, with the most favourable answer; a number grows up to the
	 * given amount.
	 */
	private static final List<Levier> LEVIERS = List.of(
			new Levier(AdmissionModel.HEURES_MENSUELLES, 10_000, MANQUE, ""),
			new Levier(AdmissionModel.CA_MENSUEL_HT, 10_000_000, MANQUE, " HT"),
			new Levier(AdmissionModel.OFFRE_DEFINIE, true, MANQUE, "une offre définie et tarifée"),
			new Levier(AdmissionModel.CLIENTS_PRETS, true, MANQUE, "des clients prêts à être facturés"),
			new Levier(AdmissionModel.SALARIE_TEMPS_PLEIN, false, "Il faudrait",
					"la fin de l'emploi salarié à temps plein"));

	private static final BigDecimal PAS = new BigDecimal("0.01");

	private final OrientationRules rules;

	Progression(OrientationRules rules) {
		this.rules = rules;
	}

	/**
	 * Says what is missing.
	 * @param orientation the orientation that the decision proposed
	 * @return a French sentence, or an empty text when there is no better orientation
	 * within reach
	 */
	String manque(Map<String, Object> diagnostic, String orientation) {
		int rang = Orientation.PROGRESSION.indexOf(orientation);
		if (rang < 0 || rang == Orientation.PROGRESSION.size() - 1) {
			return "";
		}
		return Orientation.PROGRESSION.subList(rang + 1, Orientation.PROGRESSION.size())
			.stream()
			.map((meilleure) -> manquePour(diagnostic, meilleure))
			.flatMap(Optional::stream)
			.findFirst()
			.orElse("");
	}

	/** Says what is missing for one orientation; empty when it is out of reach. */
	Optional<String> manquePour(Map<String, Object> diagnostic, String cible) {
		return chemin(diagnostic, cible).map((manque) -> manque + " pour un " + cible.toUpperCase(Locale.ROOT) + ".");
	}

	private Optional<String> chemin(Map<String, Object> diagnostic, String cible) {
		return IntStream.range(1, 1 << LEVIERS.size())
			.boxed()
			.sorted(Comparator.comparingInt(Integer::bitCount).thenComparing(Comparator.naturalOrder()))
			.map((choix) -> IntStream.range(0, LEVIERS.size())
				.filter((i) -> (choix & (1 << i)) != 0)
				.mapToObj(LEVIERS::get)
				.toList())
			.map((leviers) -> essayer(diagnostic, leviers, cible))
			.flatMap(Optional::stream)
			.findFirst();
	}

	private Optional<String> essayer(Map<String, Object> diagnostic, List<Levier> leviers, String cible) {
		Map<String, Object> essai = new HashMap<>(diagnostic);
		leviers.forEach((levier) -> essai.put(levier.variable(), levier.favorable()));
		if (!donne(essai, cible)) {
			return Optional.empty();
		}
		List<String> pas = new ArrayList<>();
		for (Levier levier : leviers) {
			if (levier.favorable() instanceof Number) {
				BigDecimal actuel = nombre(diagnostic.get(levier.variable()));
				BigDecimal suffisant = plusPetit(essai, levier, actuel, cible);
				essai.put(levier.variable(), suffisant.doubleValue());
				pas.add(Mesure.de(levier.variable()).ecrire(suffisant.subtract(actuel)) + levier.mots()
						+ (pas.isEmpty() ? " par mois" : ""));
			}
			else {
				pas.add(levier.mots());
			}
		}
		return Optional.of(leviers.get(0).verbe() + " " + enumeration(pas));
	}

	/** The smallest amount that still gives the target, to the hundredth, by halving. */
	private BigDecimal plusPetit(Map<String, Object> essai, Levier levier, BigDecimal actuel, String cible) {
		BigDecimal trop = nombre(levier.favorable()).max(actuel);
		BigDecimal tropPeu = actuel;
		while (trop.subtract(tropPeu).compareTo(PAS) > 0) {
			BigDecimal milieu = trop.add(tropPeu).divide(BigDecimal.valueOf(2), 2, RoundingMode.FLOOR);
			Map<String, Object> question = new HashMap<>(essai);
			question.put(levier.variable(), milieu.doubleValue());
			if (donne(question, cible)) {
				trop = milieu;
			}
			else {
				tropPeu = milieu;
			}
		}
		return trop;
	}

	private boolean donne(Map<String, Object> diagnostic, String orientation) {
		return this.rules.evaluer(diagnostic).filter((result) -> result.orientation().equals(orientation)).isPresent();
	}

	private static String enumeration(List<String> pas) {
		return (pas.size() == 1) ? pas.get(0)
				: String.join(", ", pas.subList(0, pas.size() - 1)) + " et " + pas.get(pas.size() - 1);
	}

	private static BigDecimal nombre(Object value) {
		return new BigDecimal(value.toString());
	}

	/** An answer that can get better, with the verb and the words that ask for it. */
	private record Levier(String variable, Object favorable, String verbe, String mots) {
	}

}
