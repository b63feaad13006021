package org.compagnonnage.consulaire;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.compagnonnage.document.Ecriture;
import org.compagnonnage.form.Controle;
import org.compagnonnage.form.Erreur;

/** Dates in their order; what is missing is for the form's schema to say. */
final class Dates {

	private Dates() {
	}

	static Optional<LocalDate> lire(Object valeur) {
		return Controle.vide(valeur) ? Optional.empty() : Optional.of(LocalDate.parse(valeur.toString()));
	}

	static String ecrire(LocalDate jour) {
		return Ecriture.jour(jour);
	}

	/** A period ends on the day on which it begins, or later. */
	static Stream<Erreur> ordre(String champFin, Object debut, Object fin) {
		return lire(debut)
			.flatMap((premier) -> lire(fin).filter((dernier) -> dernier.isBefore(premier))
				.map((dernier) -> new Erreur(champFin, "La fin précède le début, le %s.".formatted(ecrire(premier)))))
			.stream();
	}

	/** Each row of a list is a period. */
	static List<Erreur> ordre(String liste, List<Map<String, Object>> lignes) {
		return IntStream.range(0, lignes.size())
			.boxed()
			.flatMap((rang) -> ordre("%s[%d].fin".formatted(liste, rang), lignes.get(rang).get("debut"),
					lignes.get(rang).get("fin")))
			.toList();
	}

}
