package org.compagnonnage.abonnement;

import java.util.Optional;
import java.util.regex.Pattern;

import org.compagnonnage.partner.Partenaire;
import org.compagnonnage.partner.ProblemeException;
import org.compagnonnage.partner.TypeProbleme;

import org.springframework.stereotype.Component;

/**
 * The subscriptions of the partner who calls: of any other it learns nothing, not even
 * that it is.
 */
@Component
class AbonnementsDuPartenaire {

	static final String INTROUVABLE = "Aucun de vos abonnements n'a cet identifiant.";

	private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

	private final Abonnements abonnements;

	AbonnementsDuPartenaire(Abonnements abonnements) {
		this.abonnements = abonnements;
	}

	/**
	 * A subscription that the partner may see.
	 * @throws ProblemeException (404) when it has none of this id
	 */
	Abonnement visible(Partenaire partenaire, String id) {
		return Optional.of(id)
			.filter((valeur) -> ID.matcher(valeur).matches())
			.flatMap((valeur) -> this.abonnements.trouver(partenaire.id(), valeur))
			.orElseThrow(() -> new ProblemeException(TypeProbleme.INTROUVABLE, INTROUVABLE));
	}

	/**
	 * A subscription that the key in use may change.
	 * @throws ProblemeException (404, 403) when the partner has none of this id, or the
	 * key lacks one of its programmes
	 */
	Abonnement modifiable(Partenaire partenaire, String id) {
		Abonnement abonnement = visible(partenaire, id);
		abonnement.programmes().forEach(partenaire::exiger);
		return abonnement;
	}

}
