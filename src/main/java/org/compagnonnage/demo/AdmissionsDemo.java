package org.compagnonnage.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.compagnonnage.admission.AdmissionProcess;
import org.compagnonnage.admission.NouvelleDemande;

import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Admissions of the demo, with a full quota in one territory, and one incident. */
@Component
@Profile("demo")
@Order(1)
class AdmissionsDemo implements CasDemo {

	private static final Map<String, Object> CESA = diagnostic("rejoindre", true, true, "activite", true, true, 40,
			1800, false);

	private static final Map<String, Object> CAPE = diagnostic("rejoindre", true, true, "test", true, false, 0, 0,
			false);

	private static final Map<String, Object> PRESQUE_CESA = diagnostic("rejoindre", true, true, "activite", true, true,
			8, 120, false);

	private static final Map<String, Object> INFORMATION = diagnostic("information", true, true, "test", true, false, 5,
			80, false);

	private static final Map<String, Object> IDEE = diagnostic("rejoindre", true, true, "ideation", false, false, 0, 0,
			false);

	private static final Map<String, Object> AJOURNEMENT = diagnostic("rejoindre", true, true, "test", true, false, 0,
			0, true);

	private final AdmissionProcess admission;

	private final Cheminement cheminement;

	private final ManagementService management;

	private final CourrielEnPanne courriel;

	private final Clock clock;

	AdmissionsDemo(AdmissionProcess admission, Cheminement cheminement, ManagementService management,
			CourrielEnPanne courriel, Clock clock) {
		this.admission = admission;
		this.cheminement = cheminement;
		this.management = management;
		this.courriel = courriel;
		this.clock = clock;
	}

	@Override
	public String programme() {
		return "admission-cae";
	}

	@Override
	public void preparer() {
		ouvrir("Inès", "Moreau", "37", "Atelier de reliure et carnets cousus main, à Tours.");
		this.cheminement.retarder(
				ouvrir("Hugo", "Lefèvre", "45", "Illustration jeunesse et ateliers dans les écoles d'Orléans."), 10);
		accueillir(ouvrir("Camille", "Bernard", "37", "Photographie de patrimoine pour les communes de Touraine."));
		diagnostiquer("Noé", "Garnier", "37", "Graphisme et mise en page pour des associations.", PRESQUE_CESA);
		diagnostiquer("Salomé", "Petit", "45", "Céramique utilitaire, premières ventes sur les marchés.", CAPE);
		retenir("Adam", "Rousseau", "37", "Un café-lecture, l'idée reste à préciser.", IDEE, "redirection-ideation");
		rediriger(retenir("Victor", "Masson", "45", "Des objets en bois flotté, sans premier modèle encore.", IDEE,
				"redirection-ideation"));
		retenir("Lina", "Fournier", "45", "Traductrice, compare les statuts avant de choisir.", INFORMATION,
				"information-statuts");
		recontacter(retenir("Basile", "Girard", "37", "Musicien, hésite entre deux statuts.", INFORMATION,
				"information-statuts"));
		informer(retenir("Louise", "Perrin", "37", "Rédactrice, a déjà une micro-entreprise.", INFORMATION,
				"information-statuts"));
		retenir("Mathilde", "Roux", "41", "Vidéaste avec des clients réguliers.", CESA, "cesa");
		retenir("Yanis", "Dupont", "37", "Webdesign, activité à tester.", CAPE, "cape");
		repondre(cape("Nadia", "Lambert", "45", "Couture et retouches pour le spectacle."), "signe");
		cesa("Élise", "Marchand", "45", "Scénographie d'expositions.");
		repondre(cesa("Paul", "Leroy", "41", "Création sonore pour le spectacle."), "signe");
		repondre(cesa("Jeanne", "Aubert", "44", "Bijouterie contemporaine."), "refuse");
		retenir("Omar", "Benali", "45", "Ébéniste salarié, veut tester son atelier.", AJOURNEMENT, "ajournement");
		retirer(ouvrir("Chloé", "Renard", "37", "Cours de dessin à domicile."));
		this.cheminement.attendre(ouvrir("Samuel", "Dumas", "37", "Vannerie, sans nouvelles depuis la demande."),
				"event_premiereRelance", "event_secondeRelance", "event_cloture");
		this.cheminement.annuler(ouvrir("Inès", "Moreau", "37", "Atelier de reliure à Tours."),
				"Demande saisie deux fois.");
		quotaAtteint();
		incident();
	}

	/** Ten CESA of one territory, and an eleventh that waits for the gérance. */
	private void quotaAtteint() {
		List<String> prenoms = List.of("Anna", "Bruno", "Clara", "David", "Emma", "Félix", "Gaëlle", "Hadrien", "Iris",
				"Jonas", "Karim");
		prenoms
			.forEach((prenom) -> retenir(prenom, "Berry", "18", "Métier d'art installé dans le Cher.", CESA, "cesa"));
	}

	private void incident() {
		String reference = diagnostiquer("Rose", "Colin", "37", "Sérigraphie, salariée à temps plein.", AJOURNEMENT);
		this.courriel.commencer(reference);
		this.cheminement.terminer(reference, "userTask_validerOrientation",
				Map.of("orientationRetenue", "ajournement"));
		Job letter = this.cheminement.travail(reference, "serviceTask_annoncerAjournement");
		try {
			this.management.executeJob(letter.getId());
		}
		catch (ProcessEngineException | MailException ex) {
			this.management.setJobRetries(letter.getId(), 0);
		}
		this.courriel.finir();
	}

	private String ouvrir(String prenom, String nom, String territoire, String resume) {
		return this.admission
			.ouvrir(new NouvelleDemande(prenom, nom, Courriels.de(prenom, nom), "06 12 34 56 78", territoire, resume,
					PartenairesDemo.PARTENAIRE, "BGE (démonstration)", null))
			.reference();
	}

	private String accueillir(String reference) {
		return terminer(reference, "userTask_accueillirPersonne", Map.of());
	}

	private String diagnostiquer(String prenom, String nom, String territoire, String resume,
			Map<String, Object> diagnostic) {
		return terminer(accueillir(ouvrir(prenom, nom, territoire, resume)), "userTask_realiserDiagnostic", diagnostic);
	}

	private String retenir(String prenom, String nom, String territoire, String resume, Map<String, Object> diagnostic,
			String orientation) {
		return terminer(diagnostiquer(prenom, nom, territoire, resume, diagnostic), "userTask_validerOrientation",
				Map.of("orientationRetenue", orientation));
	}

	private void rediriger(String reference) {
		terminer(reference, "userTask_choisirStructure",
				Map.of("structureRetenue", "bge-centre", "accordTransmission", true));
	}

	private String recontacter(String reference) {
		this.cheminement.attendre(reference, "event_delaiInformation");
		return reference;
	}

	private void informer(String reference) {
		terminer(recontacter(reference), "userTask_reprendreContact", Map.of("personneRevient", false));
	}

	private void retirer(String reference) {
		this.admission.retirer(reference, "Projet reporté pour raisons familiales.");
		this.cheminement.travaux(reference);
	}

	private String cape(String prenom, String nom, String territoire, String resume) {
		return terminer(retenir(prenom, nom, territoire, resume, CAPE, "cape"), "userTask_preparerCape",
				Map.ofEntries(Map.entry("capeDateDebut", premierDuMois()), Map.entry("capeDureeMois", 12),
						Map.entry("capeProgramme", "Un devis type, trois clients et un premier spectacle en six mois."),
						Map.entry("capeEngagementsCooperative",
								"Un rendez-vous mensuel et l'accès aux formations collectives."),
						Map.entry("capeEngagementsPersonne",
								"Deux jours de prospection par semaine et un compte rendu mensuel."),
						Map.entry("capeMoyens", "L'outil de gestion et une place dans l'atelier de Tours."),
						Map.entry("capeRemunerationCooperative",
								"11,5 % du chiffre d'affaires hors taxes, à partir du début de l'activité."),
						Map.entry("capeLimitesEngagement", "Aucun engagement de plus de 1 500 € sans accord écrit."),
						Map.entry("capeComptes", "Un relevé mensuel, lu ensemble au rendez-vous de suivi.")));
	}

	private String cesa(String prenom, String nom, String territoire, String resume) {
		return terminer(retenir(prenom, nom, territoire, resume, CESA, "cesa"), "userTask_preparerCesa",
				Map.of("cesaDateDebut", premierDuMois(), "cesaObjectifs",
						"Développer la clientèle et stabiliser l'activité sur douze mois.", "cesaActiviteMinimale",
						"Dix heures de travail par mois et 160 € de chiffre d'affaires hors taxes.", "cesaMoyens",
						"Un rendez-vous mensuel, l'outil de gestion et l'accès aux ateliers.", "cesaContribution", 11.5,
						"cesaPartFixe", 400, "cesaPartVariable",
						"Le solde du compte d'activité, après charges et contribution, chaque trimestre.",
						"cesaClientele", "La clientèle apportée et développée reste attachée à la personne."));
	}

	private String premierDuMois() {
		return LocalDate.now(this.clock).plusMonths(1).withDayOfMonth(1).toString();
	}

	private void repondre(String reference, String reponse) {
		terminer(reference, "userTask_enregistrerReponse", "signe".equals(reponse)
				? Map.of("contratReponse", reponse, "contratSigneLe", LocalDate.now(this.clock).toString())
				: Map.of("contratReponse", reponse, "contratRefusMotif", "A choisi de créer sa propre société."));
	}

	private String terminer(String reference, String tache, Map<String, Object> saisie) {
		this.cheminement.terminer(reference, tache, saisie);
		this.cheminement.travaux(reference);
		return reference;
	}

	private static Map<String, Object> diagnostic(String souhait, boolean economieCreative, boolean cadreLegalAdapte,
			String stade, boolean offre, boolean clients, double heures, double chiffre, boolean salarie) {
		return Map.ofEntries(Map.entry("souhait", souhait), Map.entry("economieCreative", economieCreative),
				Map.entry("cadreLegalAdapte", cadreLegalAdapte), Map.entry("stadeProjet", stade),
				Map.entry("offreDefinie", offre), Map.entry("clientsPrets", clients),
				Map.entry("heuresMensuelles", heures), Map.entry("caMensuelHT", chiffre),
				Map.entry("salarieTempsPlein", salarie),
				Map.entry("swotForces", "Un savoir-faire reconnu et un premier réseau."),
				Map.entry("swotFaiblesses", "Peu d'habitude de la prospection et des devis."),
				Map.entry("swotOpportunites", "Des communes et des lieux culturels cherchent ce type d'offre."),
				Map.entry("swotMenaces", "Une activité saisonnière."));
	}

}
