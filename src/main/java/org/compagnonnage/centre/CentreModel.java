package org.compagnonnage.centre;

/**
 * Names shared with the models of the resource centre: keys, tasks, messages, variables.
 */
final class CentreModel {

	static final String CENTRE = "centre-ressources";

	static final String SERVICE = "centre-service";

	static final String ECHANGE = "centre-echange";

	/** Process key of the programme whose finished cases a centre follows. */
	static final String MISSION = "mission-compagnonnage";

	/** Outcome of a mission that was followed, evaluated and capitalised (SEC). */
	static final String MISSION_CAPITALISEE = "mission-capitalisee";

	/** Outcome of a centre that receives craftspeople. */
	static final String CENTRE_OUVERT = "centre-ouvert";

	static final String DECISION_ELIGIBILITE = "eligibiliteCrp";

	static final String REUNIR_ELEMENTS = "userTask_reunirElements";

	static final String REDIGER_AVIS = "serviceTask_redigerAvis";

	static final String FIXER_EXAMEN = "userTask_fixerExamen";

	static final String DEFINIR_PERIMETRE = "userTask_definirPerimetre";

	static final String FORMER_EQUIPE = "userTask_formerEquipe";

	static final String PREPARER_SERVICE = "userTask_preparerService";

	static final String OUVRIR_SERVICE = "userTask_ouvrirService";

	static final String OUVRIR_CENTRE = "userTask_ouvrirCentre";

	static final String PREPARER_ECHANGE = "userTask_preparerEchange";

	static final String REFERENCE = "reference";

	static final String PERIMETRE = "perimetre";

	static final String PARTENAIRE = "partenaire";

	static final String ORIGINE = "origine";

	static final String DOSSIER_ORIGINE = "dossierOrigine";

	/** The mission, as the form of a request names it. */
	static final String MISSION_ORIGINE = "missionOrigine";

	static final String STRUCTURE_NOM = "structureNom";

	static final String CONTACT_PRENOM = "contactPrenom";

	static final String CONTACT_NOM = "contactNom";

	static final String CONTACT_COURRIEL = "contactCourriel";

	static final String CONTACT_TELEPHONE = "contactTelephone";

	static final String PAYS = "pays";

	static final String OBJET = "objet";

	/** Login of the person who follows the centre. */
	static final String ANIMATEUR = "animateur";

	/** Login of the expert who recommends and trains. */
	static final String EXPERT_CMA = "expertCma";

	static final String MISSION_TERMINEE = "missionTerminee";

	static final String ELIGIBILITE_VERSION = "eligibiliteVersion";

	static final String ELIGIBILITE_SUITE = "eligibiliteSuite";

	/** What {@link #ELIGIBILITE_SUITE} says when the centre is looked at again. */
	static final String REEXAMEN = "reexamen";

	/** The day of the new look, ISO date. */
	static final String REEXAMEN_LE = "reexamenLe";

	static final String CENTRE_NOM = "centreNom";

	static final String CENTRE_LIEU = "centreLieu";

	static final String CENTRE_OUVERT_LE = "centreOuvertLe";

	/**
	 * The services wanted, in their order: rows of {@code famille} and {@code contenu}.
	 */
	static final String SERVICES = "services";

	static final String FAMILLE = "famille";

	static final String CONTENU = "contenu";

	/** The services opened, a line each, for the form and the letter of the opening. */
	static final String SERVICES_OUVERTS = "servicesOuverts";

	/** The team: rows of {@code nom}, {@code fonction} and {@code courriel}. */
	static final String EQUIPE = "equipe";

	static final String FORMATION_DEBUT = "formationDebut";

	static final String FORMATION_FIN = "formationFin";

	static final String ATELIERS = "ateliers";

	static final String INSTALLE_LE = "installeLe";

	static final String SERVICE_NOM = "serviceNom";

	static final String SERVICE_CONTENU = "serviceContenu";

	static final String SERVICE_OUVERTURE_PREVUE_LE = "serviceOuverturePrevueLe";

	static final String SERVICE_OUVERT_LE = "serviceOuvertLe";

	static final String SERVICE_RESPONSABLE = "serviceResponsable";

	static final String SERVICE_RESPONSABLE_COURRIEL = "serviceResponsableCourriel";

	/** The day from which the year before the next exchange counts, ISO date. */
	static final String ECHANGES_DEPUIS = "echangesDepuis";

	static final String ECHANGE_DECISION = "echangeDecision";

	/** What {@link #ECHANGE_DECISION} says when there is an exchange this year. */
	static final String ORGANISER = "organiser";

	static final String ECHANGE_MOTIF = "echangeMotif";

	static final String ECHANGE_TYPE = "echangeType";

	static final String ECHANGE_LE = "echangeLe";

	static final String ECHANGE_CENTRES = "echangeCentres";

	static final String ECHANGE_PROGRAMME = "echangeProgramme";

	static final String ECHANGE_ENSEIGNEMENTS = "echangeEnseignements";

	static final String ECHANGE_SUITES = "echangeSuites";

	private CentreModel() {
	}

}
