package org.compagnonnage.arret;

import java.util.List;

import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.DossierProcess;
import org.compagnonnage.form.Controle;
import org.compagnonnage.form.Erreur;
import org.compagnonnage.relance.RelanceProcess;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What staff note of a case, before it is told. */
@Configuration(proxyBeanMethods = false)
class ArretControles {

	@Bean
	Controle evenementDuDossier(DossierProcess cas, ArretProcess arrets, RelanceProcess relances) {
		return Controle.de("dossier-evenement", (saisie, dossier) -> {
			Dossier concerne = cas.visible((String) saisie.get(ArretModel.REFERENCE_DOSSIER)).orElse(null);
			if (concerne == null) {
				return Erreur.de(ArretModel.REFERENCE_DOSSIER,
						"Aucun dossier de vos périmètres ne porte cette référence.");
			}
			if (concerne.estClos()) {
				return Erreur.de(ArretModel.REFERENCE_DOSSIER, "Ce dossier est déjà clos.");
			}
			if (!arrets.concerne(concerne.programme())) {
				return Erreur.de(ArretModel.REFERENCE_DOSSIER,
						"Pour une admission, choisissez « Noter un retrait ou un signe de vie ».");
			}
			if (!arrets.peutArreter(concerne.programme())) {
				return Erreur.de(ArretModel.REFERENCE_DOSSIER,
						"Vous voyez ce dossier sans le conduire : prévenez les personnes qui ouvrent les dossiers de ce programme.");
			}
			return evenement(saisie.get(ArretModel.EVENEMENT), concerne.reference(), arrets, relances);
		});
	}

	private static List<Erreur> evenement(Object evenement, String reference, ArretProcess arrets,
			RelanceProcess relances) {
		if (ArretModel.EVENEMENT_ARRET.equals(evenement)) {
			return arrets.attendUnArret(reference) ? List.of()
					: Erreur.de(ArretModel.EVENEMENT, "Ce dossier se ferme déjà : un arrêt ou un silence y est noté.");
		}
		return relances.attend(reference) ? List.of() : Erreur.de(ArretModel.EVENEMENT,
				"Ce dossier n'attend rien de la structure en ce moment : aucun délai ne court.");
	}

}
