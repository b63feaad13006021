package org.compagnonnage.document;

import java.util.HashMap;
import java.util.Map;

/** Long, realistic values for both contracts. */
final class ContratsExemples {

	private ContratsExemples() {
	}

	static Map<String, Object> cape() {
		Map<String, Object> valeurs = personne();
		valeurs.put("capeDateDebut", "2026-12-01");
		valeurs.put("capeDureeMois", 12L);
		valeurs.put("capeProgramme",
				"""
						Mois 1 à 3 : formuler l’offre de reliure et de restauration de livres anciens, fixer les tarifs, réaliser trois pièces de démonstration et un site de présentation.
						Mois 4 à 8 : rencontrer quinze bibliothèques, archives et collectionneurs de la région, établir les premiers devis, tenir un plan de trésorerie mensuel.
						Mois 9 à 12 : atteindre un chiffre d’affaires régulier de 400 € HT par mois et décider de la suite (CESA, création d’entreprise ou autre).""");
		valeurs.put("capeEngagementsCooperative",
				"Un rendez-vous individuel mensuel d’une heure et demie avec le référent du territoire ; deux rendez-vous dans l’année avec la comptable ; accès gratuit aux trois formations socles et à l’incubateur de lancement.");
		valeurs.put("capeEngagementsPersonne",
				"Consacrer au projet quinze heures par semaine au moins ; suivre les trois formations socles ; tenir à jour son plan de trésorerie ; prévenir la coopérative de tout changement de sa situation professionnelle, notamment de la signature d’un contrat de travail à temps complet.");
		valeurs.put("capeMoyens",
				"Un poste de travail partagé à Tours, deux jours par semaine ; la presse et le massicot de l’atelier commun sur réservation ; une adresse électronique et les outils numériques de la coopérative. Valeur estimée : 120 € par mois.");
		valeurs.put("capeRemunerationCooperative",
				"Aucune rémunération jusqu’au début de l’activité économique. Ensuite, 11,5 % du chiffre d’affaires hors taxes encaissé, prélevés chaque mois.");
		valeurs.put("capeLimitesEngagement",
				"Devis et commandes jusqu’à 1 500 € HT par client et 3 000 € HT d’engagements en cours au total ; achats de fournitures jusqu’à 300 € par mois. Au-delà, accord écrit préalable de la coopérative. Aucun emprunt, bail ou embauche.");
		valeurs.put("capeComptes",
				"Le bénéficiaire transmet ses pièces (devis, factures d’achat, relevés) avant le 5 de chaque mois par l’outil de gestion de la coopérative.");
		return valeurs;
	}

	static Map<String, Object> cesa() {
		Map<String, Object> valeurs = personne();
		valeurs.put("cesaDateDebut", "2027-01-04");
		valeurs.put("cesaObjectifs",
				"""
						Réaliser un chiffre d’affaires de 18 000 € HT la première année et de 24 000 € HT la deuxième.
						Diversifier la clientèle : aucun client ne représente plus de 40 % du chiffre d’affaires à la fin de la deuxième année.""");
		valeurs.put("cesaActiviteMinimale",
				"Dix heures de travail par mois au moins, soit 160 € HT facturés par mois en moyenne sur trois mois.");
		valeurs.put("cesaMoyens",
				"Rendez-vous mensuel avec le référent ; tableau de bord de trésorerie partagé ; validation des devis supérieurs à 5 000 € HT ; revue trimestrielle de l’activité avec la comptable.");
		valeurs.put("cesaContribution", 11.5);
		valeurs.put("cesaPartFixe", 1234.5);
		valeurs.put("cesaPartVariable",
				"La totalité du résultat de l’activité qui dépasse la part fixe et ses cotisations, après constitution d’une réserve de trésorerie d’un mois de rémunération.");
		valeurs.put("cesaClientele",
				"Apportée par l’entrepreneur salarié : atelier Lemoine, bibliothèque municipale de Blois, archives départementales. Ces clients lui sont acquis dès l’origine.");
		return valeurs;
	}

	private static Map<String, Object> personne() {
		Map<String, Object> valeurs = new HashMap<>();
		valeurs.put("reference", "ADM-2026-000123");
		valeurs.put("perimetre", "37");
		valeurs.put("porteurPrenom", "Anne-Éléonore");
		valeurs.put("porteurNom", "Œuvrard-Lefèbvre");
		valeurs.put("porteurCourriel", "anne-eleonore@exemple.fr");
		valeurs.put("porteurTelephone", "06 12 34 56 78");
		valeurs.put("projetResume",
				"Atelier de reliure et de restauration de livres anciens : conservation préventive pour les bibliothèques, restauration pour les particuliers, stages d’initiation « à la main » le samedi.");
		valeurs.put("contratRedigeLe", "2026-11-21");
		return valeurs;
	}

}
