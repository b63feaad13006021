package org.compagnonnage.partner;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Dossiers;

import org.springframework.stereotype.Component;

/**
 * The cases that a partner opened: of any other it learns nothing, not even that it is.
 */
@Component
public class DossiersDuPartenaire {

	static final String INTROUVABLE = "Aucun de vos dossiers n'a cette référence.";

	private static final Pattern REFERENCE = Pattern.compile("[A-Z]{3}-[0-9]{4}-[0-9]{6,9}");

	private final Dossiers dossiers;

	DossiersDuPartenaire(Dossiers dossiers) {
		this.dossiers = dossiers;
	}

	/** A case of the partner for which its key is good. */
	Optional<Dossier> trouver(Partenaire partenaire, String reference) {
		return leSien(partenaire, reference)
			.filter((dossier) -> partenaire.couvre(dossier.programme(), dossier.perimetre()));
	}

	private Optional<Dossier> leSien(Partenaire partenaire, String reference) {
		return this.dossiers.trouver(reference).filter((dossier) -> partenaire.id().equals(dossier.partenaire()));
	}

	/**
	 * The case that an address names.
	 * @throws ProblemeException (404) when the partner has no such case
	 */
	Dossier exiger(Partenaire partenaire, String reference) {
		return Optional.of(reference)
			.filter((valeur) -> REFERENCE.matcher(valeur).matches())
			.flatMap((valeur) -> trouver(partenaire, valeur))
			.orElseThrow(() -> new ProblemeException(TypeProbleme.INTROUVABLE, INTROUVABLE));
	}

	/**
	 * Checks the case that a request says it follows: any of the partner's, for a
	 * programme often follows one that another key is for.
	 * @param champ field that names the case
	 * @param reference what it says; null when the request follows none
	 * @param convient what else the case must be
	 * @param refus what is said when the partner has no such case
	 * @return what is wrong, empty when all is well
	 */
	public List<Erreur> verifierOrigine(Partenaire partenaire, String champ, String reference,
			Predicate<Dossier> convient, String refus) {
		return (reference == null || leSien(partenaire, reference).filter(convient).isPresent()) ? List.of()
				: List.of(new Erreur(champ, refus));
	}

}
