package org.compagnonnage.abonnement;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.compagnonnage.partner.Partenaire;
import org.compagnonnage.partner.Partenaires;
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

	private final Partenaires partenaires;

	AbonnementsDuPartenaire(Abonnements abonnements, Partenaires partenaires) {
		this.abonnements = abonnements;
		this.partenaires = partenaires;
	}

	/**
	 * A subscription that the partner may see, whatever its key is for: it tells of no
	 * case.
	 * @throws ProblemeException (404) when it has none of this id
	 */
	Abonnement visible(Partenaire partenaire, String id) {
		return Optional.of(id)
			.filter((valeur) -> ID.matcher(valeur).matches())
			.flatMap((valeur) -> this.abonnements.trouver(partenaire.id(), valeur))
			.orElseThrow(AbonnementsDuPartenaire::inconnu);
	}

	/**
	 * A subscription whose deliveries the key in use may see and send again, and that it
	 * may change: the key is for every case of which it tells, as long as any key of the
	 * partner is.
	 * @throws ProblemeException (404, 403) when the partner has none of this id, or the
	 * key lacks one of its programmes or périmètres
	 */
	Abonnement couvert(Partenaire partenaire, String id) {
		Abonnement abonnement = visible(partenaire, id);
		List<Partenaire> appelants = this.partenaires.appelants(partenaire.id());
		abonnement.programmes()
			.forEach((programme) -> abonnement.perimetres()
				.stream()
				.filter((perimetre) -> appelants.stream().anyMatch((appelant) -> appelant.couvre(programme, perimetre)))
				.forEach((perimetre) -> partenaire.exiger(programme, perimetre)));
		return abonnement;
	}

	/** The refusal of a subscription that is not there, or no longer. */
	static ProblemeException inconnu() {
		return new ProblemeException(TypeProbleme.INTROUVABLE, INTROUVABLE);
	}

}
