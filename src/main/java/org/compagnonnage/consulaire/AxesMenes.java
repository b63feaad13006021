package org.compagnonnage.consulaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The axes as the bilan lists them, in words. */
final class AxesMenes {

	private AxesMenes() {
	}

	static List<Map<String, Object>> lignes(List<Axe> axes) {
		return axes.stream().map(AxesMenes::ligne).toList();
	}

	private static Map<String, Object> ligne(Axe axe) {
		Map<String, Object> ligne = new LinkedHashMap<>();
		ligne.put("numero", axe.numero());
		ligne.put("intitule", axe.intitule());
		ligne.put("domaine", Domaines.nom(axe.domaine(), axe.sousDomaine()));
		ligne.put("modalite", Domaines.modalite(axe.modalite()));
		ligne.put("statut", axe.statut().mot());
		ligne.put("livrable", Objects.toString(axe.livrable(), ""));
		ligne.put("resultat", resultat(axe));
		return ligne;
	}

	private static String resultat(Axe axe) {
		if (axe.motifArret() != null) {
			return axe.motifArret();
		}
		return Stream
			.of((axe.satisfaction() != null) ? Domaines.satisfaction(axe.satisfaction()) + "." : null, axe.evaluation(),
					(axe.suites() != null) ? "À suivre : " + axe.suites() : null)
			.filter(Objects::nonNull)
			.collect(Collectors.joining("\n"));
	}

}
