package org.compagnonnage.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.compagnonnage.document.Ecriture;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.form.Controle;
import org.compagnonnage.form.Erreur;
import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.organisation.Organisation.Structure;
import org.compagnonnage.relance.RelanceProcess;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules on what is entered in an admission that a form's schema cannot say. */
@Configuration(proxyBeanMethods = false)
class AdmissionControles {

	/**
	 * What the law closes cannot be chosen, and another choice than the proposed one is
	 * justified in writing.
	 */
	@Bean
	Controle orientationRetenue() {
		return Controle.de("admission-orientation", (saisie, dossier) -> {
			String retenue = (String) saisie.get(AdmissionModel.ORIENTATION_RETENUE);
			if (Orientation.CAPE.equals(retenue)
					&& Boolean.TRUE.equals(dossier.get(AdmissionModel.SALARIE_TEMPS_PLEIN))) {
				return Erreur.de(AdmissionModel.ORIENTATION_RETENUE,
						"Le CAPE est fermé aux salariés à temps plein (code de commerce, article L127-1).");
			}
			if (Orientation.estUnContrat(retenue)
					&& Boolean.FALSE.equals(dossier.get(AdmissionModel.CADRE_LEGAL_ADAPTE))) {
				return Erreur.de(AdmissionModel.ORIENTATION_RETENUE,
						"Aucun contrat n'est possible : la coopérative ne peut pas légalement porter cette activité.");
			}
			if (!Objects.equals(retenue, dossier.get(AdmissionModel.ORIENTATION))
					&& Controle.vide(saisie.get(AdmissionModel.DEROGATION_MOTIF))) {
				return Erreur.de(AdmissionModel.DEROGATION_MOTIF,
						"Une orientation différente de celle proposée demande un motif écrit.");
			}
			return List.of();
		});
	}

	@Bean
	Controle premierAccueil() {
		return Controle.de("admission-accueil", (saisie, dossier) -> effacees(saisie));
	}

	/**
	 * The letters need a name and an address, and the contract a project: they can be
	 * corrected, not emptied.
	 */
	private static List<Erreur> effacees(Map<String, Object> saisie) {
		return AdmissionModel.PERSONNE.stream()
			.filter((champ) -> saisie.containsKey(champ) && Controle.vide(saisie.get(champ)))
			.map((champ) -> new Erreur(champ, "Cette information peut être corrigée, pas effacée."))
			.toList();
	}

	@Bean
	Controle structureRetenue(Organisation organisation) {
		return Controle.de("admission-structure", (saisie, dossier) -> {
			String id = (String) saisie.get(AdmissionModel.STRUCTURE_RETENUE);
			Structure structure = organisation.structure(id).orElse(null);
			if (structure == null || !structure.sert((String) dossier.get(AdmissionModel.TERRITOIRE))) {
				return Erreur.de(AdmissionModel.STRUCTURE_RETENUE,
						"Cette structure n'intervient pas sur le territoire de la personne.");
			}
			return List.of();
		});
	}

	@Bean
	Controle arbitrageQuota() {
		return Controle.de("admission-arbitrage", (saisie, dossier) -> {
			if (Orientation.CAPE.equals(saisie.get(AdmissionModel.ARBITRAGE_DECISION))
					&& Boolean.TRUE.equals(dossier.get(AdmissionModel.SALARIE_TEMPS_PLEIN))) {
				return Erreur.de(AdmissionModel.ARBITRAGE_DECISION,
						"Le CAPE est fermé aux salariés à temps plein (code de commerce, article L127-1).");
			}
			if ("accepter".equals(saisie.get(AdmissionModel.ARBITRAGE_DECISION))
					&& Controle.vide(saisie.get(AdmissionModel.ARBITRAGE_MOTIF))) {
				return Erreur.de(AdmissionModel.ARBITRAGE_MOTIF, "Accepter au-delà du quota demande un motif écrit.");
			}
			return List.of();
		});
	}

	@Bean
	Controle debutDuCape(Clock clock) {
		return Controle.de("admission-cape",
				(saisie, dossier) -> preparation(saisie, AdmissionModel.CAPE_DATE_DEBUT, clock));
	}

	@Bean
	Controle debutDuCesa(Clock clock) {
		return Controle.de("admission-cesa",
				(saisie, dossier) -> preparation(saisie, AdmissionModel.CESA_DATE_DEBUT, clock));
	}

	private static List<Erreur> preparation(Map<String, Object> saisie, String debut, Clock clock) {
		return LocalDate.parse((String) saisie.get(debut)).isBefore(LocalDate.now(clock))
				? Erreur.de(debut, "Un contrat ne commence pas avant le jour où il est rédigé.") : effacees(saisie);
	}

	/**
	 * A contract is signed on the day on which it was drafted, or later, not in the
	 * future, and on the day on which it takes effect at the latest: until then it has to
	 * be in writing.
	 */
	@Bean
	Controle reponseAuContrat(Clock clock) {
		return Controle.de("admission-reponse", (saisie, dossier) -> {
			if (!AdmissionModel.SIGNE.equals(saisie.get(AdmissionModel.CONTRAT_REPONSE))) {
				return List.of();
			}
			LocalDate signeLe = LocalDate.parse((String) saisie.get(AdmissionModel.CONTRAT_SIGNE_LE));
			if (signeLe.isBefore(LocalDate.parse((String) dossier.get(AdmissionModel.CONTRAT_REDIGE_LE)))) {
				return Erreur.de(AdmissionModel.CONTRAT_SIGNE_LE,
						"Le contrat ne peut pas être signé avant d'être rédigé.");
			}
			if (signeLe.isAfter(LocalDate.now(clock))) {
				return Erreur.de(AdmissionModel.CONTRAT_SIGNE_LE, "La date de signature est dans l'avenir.");
			}
			LocalDate debut = LocalDate.parse(
					(String) dossier.get(AdmissionModel.dateDebut((String) dossier.get(AdmissionModel.CONTRAT_TYPE))));
			if (signeLe.isAfter(debut)) {
				return Erreur.de(AdmissionModel.CONTRAT_SIGNE_LE,
						"Le contrat prend effet le %s et se signe au plus tard ce jour-là. Choisissez « Elle demande une modification » pour le rédiger de nouveau avec un autre début."
							.formatted(Ecriture.jour(debut)));
			}
			return List.of();
		});
	}

	@Bean
	Controle demandeDeRetour(AdmissionProcess admissions, Organisation organisation) {
		return Controle.de("admission-demande", (saisie, dossier) -> {
			String origine = (String) saisie.get(AdmissionModel.DOSSIER_ORIGINE);
			if (Controle.vide(origine)) {
				return organisation.territoire((String) saisie.get(AdmissionModel.TERRITOIRE)).isPresent() ? List.of()
						: Erreur.de(AdmissionModel.TERRITOIRE,
								"Ce territoire n'est pas un territoire de la coopérative.");
			}
			Dossier ancien = admissions.visible(origine).orElse(null);
			if (ancien == null) {
				return Erreur.de(AdmissionModel.DOSSIER_ORIGINE,
						"Aucune admission de vos périmètres ne porte cette référence.");
			}
			return AdmissionProcess.peutEtreReprise(ancien) ? List.of() : Erreur.de(AdmissionModel.DOSSIER_ORIGINE,
					"Cette admission est encore ouverte : la personne peut la reprendre.");
		});
	}

	@Bean
	Controle evenementNote(AdmissionProcess admissions, RelanceProcess relances) {
		return Controle.de("admission-evenement", (saisie, dossier) -> {
			Dossier concerne = admissions.visible((String) saisie.get("referenceDossier")).orElse(null);
			if (concerne == null) {
				return Erreur.de("referenceDossier", "Aucune admission de vos périmètres ne porte cette référence.");
			}
			if (concerne.estClos()) {
				return Erreur.de("referenceDossier", "Cette admission est déjà close.");
			}
			String evenement = (String) saisie.get("evenement");
			if ("retrait".equals(evenement) && admissions.contratSigne(concerne.reference())) {
				return Erreur.de("evenement", RetraitImpossible.CONTRAT_SIGNE);
			}
			if ("retrait".equals(evenement) && !admissions.attendUnRetrait(concerne.reference())) {
				return Erreur.de("evenement", "Cette admission se ferme déjà : un retrait ou un silence y est noté.");
			}
			if ("signe-de-vie".equals(evenement) && !relances.attend(concerne.reference())) {
				return Erreur.de("evenement",
						"Cette admission n'attend rien de la personne en ce moment : aucun délai ne court.");
			}
			if ("retour".equals(evenement) && !admissions.attendUnRetour(concerne.reference())) {
				return Erreur.de("evenement",
						"Cette admission n'attend pas de retour ; si une tâche « Reprendre contact » est ouverte, répondez-y.");
			}
			return List.of();
		});
	}

}
