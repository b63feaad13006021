package org.compagnonnage.admission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.compagnonnage.admission.Orientation.Resultat;

/**
 * Words the decision for the référent: the rule that fired, each criterion with its
 * value, the table's version.
 */
final class Explication {

	private static final Map<String, String> CRITERES = new LinkedHashMap<>();

	private static final Map<String, String> MOTS = Map.of("rejoindre", "rejoindre la coopérative", "information",
			"s'informer sur les statuts", "decennale", "garantie décennale nécessaire", "profession-reglementee",
			"profession réglementée", "autre", "autre motif", "ideation", "idée à mûrir", "test", "projet à tester",
			"activite", "activité en cours", "true", "oui", "false", "non");

	static {
		CRITERES.put(AdmissionModel.SOUHAIT, "Souhait");
		CRITERES.put(AdmissionModel.ECONOMIE_CREATIVE, "Dans le champ de la coopérative");
		CRITERES.put(AdmissionModel.CADRE_LEGAL_ADAPTE, "Cadre légal adapté");
		CRITERES.put(AdmissionModel.MOTIF_CADRE_LEGAL, "Motif du cadre légal");
		CRITERES.put(AdmissionModel.STADE_PROJET, "Stade du projet");
		CRITERES.put(AdmissionModel.OFFRE_DEFINIE, "Offre définie et tarifée");
		CRITERES.put(AdmissionModel.CLIENTS_PRETS, "Clients prêts à être facturés");
		CRITERES.put(AdmissionModel.HEURES_MENSUELLES, "Heures par mois");
		CRITERES.put(AdmissionModel.CA_MENSUEL_HT, "Chiffre d'affaires mensuel HT");
		CRITERES.put(AdmissionModel.SALARIE_TEMPS_PLEIN, "Salarié·e à temps plein ailleurs");
		CRITERES.put(AdmissionModel.SEUIL_HEURES, "Seuil d'heures pour un CESA");
		CRITERES.put(AdmissionModel.SEUIL_CA_HT, "Seuil de chiffre d'affaires pour un CESA");
	}

	private Explication() {
	}

	/** The rule that fired with its sentence, then the criteria. */
	static String de(Resultat resultat, Map<String, Object> diagnostic, String version) {
		return resultat.motif() + "\n\n" + criteres(resultat, diagnostic, version);
	}

	/** Each criterion with its value, under the rule and the version of the table. */
	static String criteres(Resultat resultat, Map<String, Object> diagnostic, String version) {
		return CRITERES.entrySet()
			.stream()
			.filter((critere) -> diagnostic.get(critere.getKey()) != null)
			.map((critere) -> "- " + critere.getValue() + " : "
					+ valeur(critere.getKey(), diagnostic.get(critere.getKey())))
			.collect(Collectors.joining("\n", "Règle " + resultat.regle() + ", version " + version + " de la table :\n",
					""));
	}

	private static String valeur(String critere, Object valeur) {
		if (valeur instanceof Number) {
			return Mesure.de(critere).ecrire(valeur);
		}
		return MOTS.getOrDefault(valeur.toString(), valeur.toString());
	}

	/** The criteria, which are the inputs of the decision. */
	static java.util.Set<String> criteres() {
		return CRITERES.keySet();
	}

}
