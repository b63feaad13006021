package org.compagnonnage.notification;

import java.util.HashMap;
import java.util.Map;

/** Long, realistic values for every letter. */
final class LettresExemples {

	private LettresExemples() {
	}

	static Map<String, Object> valeurs() {
		Map<String, Object> valeurs = new HashMap<>();
		valeurs.put("reference", "ADM-2026-000123");
		valeurs.put("perimetre", "37");
		valeurs.put("porteurPrenom", "Anne-Éléonore");
		valeurs.put("porteurNom", "Œuvrard-Lefèbvre");
		valeurs.put("porteurCourriel", "anne-eleonore@exemple.fr");
		valeurs.put("porteurTelephone", "06 12 34 56 78");
		valeurs.put("projetResume",
				"Atelier de reliure et de restauration de livres anciens : conservation préventive pour les bibliothèques, restauration pour les particuliers.\nStages d’initiation le samedi.");
		valeurs.put("orientation", "cape");
		valeurs.put("orientationRetenue", "cape");
		valeurs.put("orientationMotif",
				"Le projet est prêt à être testé dans la coopérative, mais son activité n’est pas encore installée.");
		valeurs.put("orientationCriteres", "Règle R7-cape, version 1.0.0 de la table :\n- Heures par mois : 8 h");
		valeurs.put("orientationManque", "Il manque 2 h par mois et 40 € HT pour un CESA.");
		valeurs.put("orientationManqueCesa", "Il manque 2 h par mois et 40 € HT pour un CESA.");
		valeurs.put("structureNom", "BGE Centre-Val de Loire");
		valeurs.put("structureCourriel", "contact@bge.example");
		valeurs.put("structureTelephone", "02 38 11 11 11");
		valeurs.put("structureSite", "https://bge.example");
		valeurs.put("structureServices",
				"aide à construire une idée d’entreprise, ateliers et rendez-vous individuels gratuits");
		valeurs.put("accordTransmission", true);
		valeurs.put("seuilHeures", 10.0);
		valeurs.put("seuilCaHT", 160L);
		valeurs.put("quotaAnnee", 2026);
		valeurs.put("placeRedemandeeLe", "2027-01-01");
		valeurs.put("contratType", "cape");
		valeurs.put("contratRedigeLe", "2026-11-21");
		valeurs.put("contratSigneLe", "2026-11-28");
		valeurs.put("contratRefusMotif", "J’ai trouvé un emploi à temps plein.");
		valeurs.put("capeDateDebut", "2026-12-01");
		valeurs.put("capeDureeMois", 12L);
		valeurs.put("cesaDateDebut", "2027-01-04");
		valeurs.put("retraitLe", "2026-11-19");
		valeurs.put("classeLe", "2026-11-20");
		valeurs.put("retraitMotif", "Je déménage en Bretagne.");
		valeurs.put("reponseJusquau", "2027-01-05");
		valeurs.put("destinatairePrenom", "Anne-Éléonore");
		valeurs.put("destinataireNom", "Œuvrard-Lefèbvre");
		valeurs.put("attente", "les éléments du diagnostic");
		valeurs.put("dernierSigneDeVie", "2026-11-21");
		valeurs.put("contactPrenom", "Aminata");
		valeurs.put("recevabiliteMotif",
				"Quel marché pour le textile ?\nLes artisans ont-ils dit qu’ils veulent exporter ?");
		valeurs.put("missionDebut", "2026-11-30");
		valeurs.put("missionFin", "2026-12-27");
		valeurs.put("coordinateurNom", "Fatou Œuvrard");
		valeurs.put("expertCmaNom", "Odile Garçon");
		valeurs.put("pays", "Sénégal");
		valeurs.put("equipe",
				"Bois : Awa Diop, expert-métier ; Jean Lefèvre, artisan sans frontières\nTextile : Ndèye Faye, expert-métier ; Anne Le Goff, artisan sans frontières");
		valeurs.put("centrePropose", true);
		valeurs.put("qualite", "artisan sans frontières");
		valeurs.put("arretLe", "2026-11-20");
		valeurs.put("arretMotif", "La frontière est fermée.");
		valeurs.put("motif", "La salle n’est pas libre.");
		valeurs.put("contactNom", "Sarr");
		valeurs.put("filiere", "ceramique");
		valeurs.put("filiereNom", "Céramique");
		valeurs.put("entrepriseNom", "Poterie Keïta");
		valeurs.put("entrepriseContactNom", "Moussa Keïta");
		valeurs.put("complementsDemandes", "Combien d’artisans sont inscrits ?\nQui signe la convention ?");
		valeurs.put("partenaireReferenceNom", "Awa Ndiaye");
		valeurs.put("restitueLe", "2026-11-20");
		valeurs.put("axeTitre", "Axe 2 – Plan de mandature");
		valeurs.put("axeMotifArret", "Les élus changent en janvier.");
		valeurs.put("eligible", false);
		valeurs.put("eligibiliteMotif", "Une condition manque : les corps intermédiaires.");
		valeurs.put("eligibilitePrerequis", "rempli");
		valeurs.put("eligibiliteBesoins", "remplie");
		valeurs.put("eligibiliteAppropriation", "remplie");
		valeurs.put("eligibiliteCorps", "non remplie");
		valeurs.put("eligibiliteSuite", "reexamen");
		valeurs.put("reexamenLe", "2027-01-15");
		valeurs.put("recommandations", "Réunir les chambres.\nSigner une convention.");
		valeurs.put("centreNom", "Centre du bois de Thiès");
		valeurs.put("centreLieu", "Route de Dakar, Thiès");
		valeurs.put("centreOuvertLe", "2026-11-30");
		valeurs.put("servicesOuverts",
				"- Équipements partagés, depuis le 30/11/2026 (Aminata Sarr)\n- Formation, depuis le 01/12/2026 (Jean Lefèvre)");
		valeurs.put("centreMessage", "Bienvenue à toutes et à tous.\nLe café est offert.");
		valeurs.put("partenaireNom", "BGE Touraine");
		valeurs.put("abonnementHote", "partenaire.example");
		valeurs.put("suspenduLe", "2026-11-22");
		valeurs.put("suspenduMotif", "Le point d'accès a répondu 410 : il ne veut plus rien recevoir.");
		valeurs.put("dernierJour", "2027-01-15");
		return valeurs;
	}

	static Map<String, Object> valeurs(String champ, Object valeur) {
		Map<String, Object> valeurs = valeurs();
		valeurs.put(champ, valeur);
		return valeurs;
	}

}
