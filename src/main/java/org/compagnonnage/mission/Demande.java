package org.compagnonnage.mission;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a structure asks for: who takes part, for which markets and when.
 *
 * @param debut first day, wished or planned
 * @param fin last day
 * @param artisansVolontaires whether the craftspeople are willing and able to position
 * themselves; null when nobody said
 */
public record Demande(LocalDate debut, LocalDate fin, Boolean artisansVolontaires, List<Filiere> filieres,
		List<Groupe> groupes, List<Entreprise> entreprises) {

	/** A request as a form sends it and as the case keeps it. */
	static Demande de(LocalDate debut, LocalDate fin, Boolean artisansVolontaires, List<Map<String, Object>> filieres,
			List<Map<String, Object>> groupes, List<Map<String, Object>> entreprises) {
		return new Demande(debut, fin, artisansVolontaires,
				filieres.stream().map((ligne) -> new Filiere(texte(ligne, "filiere"), texte(ligne, "marche"))).toList(),
				groupes.stream().map((ligne) -> new Groupe(texte(ligne, "nom"), texte(ligne, "filiere"))).toList(),
				entreprises.stream()
					.map((ligne) -> new Entreprise(texte(ligne, "nom"), texte(ligne, "filiere"), texte(ligne, "groupe"),
							texte(ligne, "contactNom"), texte(ligne, "contactCourriel")))
					.toList());
	}

	/** The filières as rows of a form. */
	List<Map<String, Object>> lignesFilieres() {
		return this.filieres.stream()
			.map((filiere) -> ligne("filiere", filiere.filiere(), "marche", filiere.marche()))
			.toList();
	}

	/** The groups as rows of a form. */
	List<Map<String, Object>> lignesGroupes() {
		return this.groupes.stream().map((groupe) -> ligne("nom", groupe.nom(), "filiere", groupe.filiere())).toList();
	}

	/** The enterprises as rows of a form. */
	List<Map<String, Object>> lignesEntreprises() {
		return this.entreprises.stream()
			.map((entreprise) -> ligne("nom", entreprise.nom(), "filiere", entreprise.filiere(), "groupe",
					entreprise.groupe(), "contactNom", entreprise.contactNom(), "contactCourriel",
					entreprise.contactCourriel()))
			.toList();
	}

	private static Map<String, Object> ligne(String... champsEtValeurs) {
		Map<String, Object> ligne = new LinkedHashMap<>();
		for (int i = 0; i < champsEtValeurs.length; i += 2) {
			ligne.put(champsEtValeurs[i], champsEtValeurs[i + 1]);
		}
		return ligne;
	}

	private static String texte(Map<String, Object> ligne, String champ) {
		Object valeur = ligne.get(champ);
		return (valeur == null || valeur.toString().isBlank()) ? null : valeur.toString().strip();
	}

	/** A filière; its {@code marche} may be missing until the request is complete. */
	public record Filiere(String filiere, String marche) {
	}

	/** A group of craftspeople of a filière. */
	public record Groupe(String nom, String filiere) {
	}

	/** An enterprise, which names its group. */
	public record Entreprise(String nom, String filiere, String groupe, String contactNom, String contactCourriel) {
	}

}
