package org.compagnonnage.consulaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.compagnonnage.document.ValeursDocument;
import org.compagnonnage.form.Lignes;

import org.springframework.stereotype.Component;

/** The lists that the programme's documents print. */
@Component
class ConsulaireDocuments implements ValeursDocument {

	private final Axes axes;

	ConsulaireDocuments(Axes axes) {
		this.axes = axes;
	}

	@Override
	public boolean concerne(String modele) {
		return modele.startsWith(ConsulaireModel.PREFIXE_MODELES);
	}

	@Override
	public Map<String, Object> valeurs(Map<String, Object> variables) {
		return Map.of(ConsulaireModel.TERMES_ETAPES,
				lignes(variables, ConsulaireModel.TERMES_ETAPES, "etape", "debut", "fin", "responsable"),
				ConsulaireModel.RENCONTRES,
				lignes(variables, ConsulaireModel.RENCONTRES, "le", "lieu", "avec", "sujet"),
				ConsulaireModel.DIAGNOSTIC_PRECONISATIONS,
				lignes(variables, ConsulaireModel.DIAGNOSTIC_PRECONISATIONS, "preconisation", "detail"),
				ConsulaireModel.AXES_MENES,
				AxesMenes.lignes(this.axes.duProgramme((String) variables.get(ConsulaireModel.REFERENCE))));
	}

	/** Each row with each of its fields, empty when nothing was entered. */
	private static List<Map<String, Object>> lignes(Map<String, Object> variables, String liste, String... champs) {
		return Lignes.de(variables.get(liste)).stream().map((ligne) -> {
			Map<String, Object> remplie = new LinkedHashMap<>();
			for (String champ : champs) {
				remplie.put(champ, Objects.toString(ligne.get(champ), ""));
			}
			return remplie;
		}).toList();
	}

}
