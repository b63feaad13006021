package org.compagnonnage.mission;

import java.util.List;

/**
 * Names shared with the models of the mission: keys, tasks, messages, variables.
 */
final class MissionModel {

	static final String MISSION = "mission-compagnonnage";

	/** Property of a task: the moment whose situations it notes. */
	static final String PROPRIETE_SITUATIONS = "situations";

	/** What the keys of all processes of a mission begin with. */
	static final String PREFIXE = "mission-";

	/** Changes the dates of a mission. */
	static final String REPORT = "mission-report";

	static final String REFERENCE_DOSSIER = "referenceDossier";

	/** Cancels a mission as long as nothing closes it. */
	static final String MISSION_ANNULEE = "mission.missionAnnulee";

	/** Tells a note of the staff that the case no longer waits for it. */
	static final String SANS_ATTENTE = "dossier.sansAttente";

	/** The first day of the mission. */
	static final String COMMENCEMENT = "event_missionCommencee";

	/** The timers that follow the dates of the mission. */
	static final List<String> DELAIS = List.of(COMMENCEMENT, "event_troisMois", "event_sixMois");

	static final String INSTRUIRE_DEMANDE = "userTask_instruireDemande";

	static final String PLANIFIER_MISSION = "userTask_planifierMission";

	static final String COMPOSER_EQUIPE = "userTask_composerEquipe";

	static final String FORMER_EQUIPE = "userTask_formerEquipe";

	static final String EVALUER_MISSION = "userTask_evaluerMission";

	static final String REDIGER_NOTE = "userTask_redigerNote";

	/** Starts a resource centre, which another feature answers. */
	static final String CENTRE_PROPOSE = "centre.centrePropose";

	/** Process key of the centres that follow missions. */
	static final String CENTRE = "centre-ressources";

	/** Outcome of a centre that receives craftspeople. */
	static final String CENTRE_OUVERT = "centre-ouvert";

	static final String REFERENCE = "reference";

	static final String PERIMETRE = "perimetre";

	static final String PARTENAIRE = "partenaire";

	static final String ORIGINE = "origine";

	static final String DOSSIER_ORIGINE = "dossierOrigine";

	static final String STRUCTURE_NOM = "structureNom";

	static final String CONTACT_PRENOM = "contactPrenom";

	static final String CONTACT_NOM = "contactNom";

	static final String CONTACT_COURRIEL = "contactCourriel";

	static final String CONTACT_TELEPHONE = "contactTelephone";

	static final String PAYS = "pays";

	static final String OBJET = "objet";

	/** First day of the mission, as an ISO date: wished, then planned. */
	static final String MISSION_DEBUT = "missionDebut";

	/** Last day of the mission, as an ISO date. */
	static final String MISSION_FIN = "missionFin";

	/** Whether the craftspeople are willing and able to position themselves. */
	static final String ARTISANS_VOLONTAIRES = "artisansVolontaires";

	/** Rows {@code filiere, marche}. */
	static final String FILIERES = "filieres";

	/** Rows {@code nom, filiere}. */
	static final String GROUPES = "groupes";

	/** Rows {@code nom, filiere, groupe, contactNom, contactCourriel}. */
	static final String ENTREPRISES = "entreprises";

	static final String RECEVABILITE = "recevabilite";

	static final String RECEVABLE = "recevable";

	static final String RECEVABILITE_MOTIF = "recevabiliteMotif";

	/** What a request still lacks to be found admissible, a line each, for the form. */
	static final String DEMANDE_MANQUES = "demandeManques";

	/** Login of the coordinator. */
	static final String COORDINATEUR = "coordinateur";

	static final String COORDINATEUR_NOM = "coordinateurNom";

	/** The CMA expert who planned the mission, as people read it. */
	static final String EXPERT_CMA_NOM = "expertCmaNom";

	/**
	 * The three lists of the request with the names of the filières, as the examination
	 * shows them.
	 */
	static final String FILIERES_DEMANDEES = "filieresDemandees";

	static final String GROUPES_DEMANDES = "groupesDemandes";

	static final String ENTREPRISES_DEMANDEES = "entreprisesDemandees";

	/** Login of the expert-métier of a filière, local to what is done for it. */
	static final String EXPERT_METIER = "expertMetier";

	/** Login of the artisan sans frontières of a filière. */
	static final String ARTISAN = "artisan";

	/** The team, a line each filière, for forms and letters. */
	static final String EQUIPE = "equipe";

	/** Code of a filière, local to what is done for it. */
	static final String FILIERE = "filiere";

	/** A filière as people read it. */
	static final String FILIERE_NOM = "filiereNom";

	/** The promising market of a filière. */
	static final String MARCHE = "marche";

	/** Id of a group, local to what is done for it. */
	static final String GROUPE = "groupe";

	static final String GROUPE_NOM = "groupeNom";

	/** Id of an enterprise, local to what is done for it. */
	static final String ENTREPRISE = "entreprise";

	/** Rows {@code entreprise, chiffreAffaires, emplois, marches}. */
	static final String SITUATIONS = "situations";

	/** What was found for the filière, before the mission or at a follow-up. */
	static final String CONSTATS = "constats";

	/** Which follow-up a task is about, in words. */
	static final String SUIVI_NOM = "suiviNom";

	/** Rows of what the follow-ups found, shown with the note. */
	static final String CONSTATS_SUIVIS = "constatsSuivis";

	/** From 1, not at all, to 4, entirely. */
	static final String EVALUATION_SATISFACTION = "evaluationSatisfaction";

	static final String EVALUATION_PARTICIPANTS = "evaluationParticipants";

	static final String EVALUATION_ACQUIS = "evaluationAcquis";

	static final String EVALUATION_DIFFICULTES = "evaluationDifficultes";

	static final String EVALUATION_SUITES = "evaluationSuites";

	static final String FORMATION_LE = "formationLe";

	/** Rows of what each group thinks of the mission, shown with the note. */
	static final String EVALUATIONS = "evaluations";

	/** Rows {@code action, responsable, echeance}. */
	static final String PLAN_ACTIONS = "planActions";

	static final String CENTRE_OBJET = "centreObjet";

	private MissionModel() {
	}

}
