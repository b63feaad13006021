package org.compagnonnage.mission;

/** Names shared with the models of a filière's accompaniment: keys, tasks, variables. */
final class FiliereModel {

	static final String ACCOMPAGNEMENT = "mission-accompagnement";

	static final String ACTION = "mission-action";

	static final String DIAGNOSTIQUER_ENTREPRISE = "userTask_diagnostiquerEntreprise";

	static final String ANALYSER_ENVIRONNEMENT = "userTask_analyserEnvironnement";

	static final String FIXER_PRIORITES = "userTask_fixerPriorites";

	static final String PRECONISER_ENTREPRISE = "userTask_preconiserEntreprise";

	static final String PRECONISER_GROUPE = "userTask_preconiserGroupe";

	static final String REMETTRE_PRECONISATIONS = "subProcess_remettrePreconisations";

	static final String SUIVRE_SEMAINE = "userTask_suivreSemaine";

	static final String CONCEVOIR_ACTION = "userTask_concevoirAction";

	static final String VALIDER_ACTION = "userTask_validerAction";

	static final String SUIVRE_REALISATION = "userTask_suivreRealisation";

	static final String ENREGISTRER_RESULTAT = "userTask_enregistrerResultat";

	/**
	 * Property of a user task that follows up the recommendations of its filière, in the
	 * list {@link #PRECONISATIONS}.
	 */
	static final String PROPRIETE_PRECONISATIONS = "preconisations";

	static final String ENTREPRISE_NOM = "entrepriseNom";

	static final String ENTREPRISE_CONTACT_NOM = "entrepriseContactNom";

	static final String ENTREPRISE_CONTACT_COURRIEL = "entrepriseContactCourriel";

	/** Whether the enterprise has an address to which its recommendations are sent. */
	static final String COURRIEL_CONNU = "courrielConnu";

	/** The enterprises of a group, separated by commas. */
	static final String ENTREPRISES_NOMS = "entreprisesNoms";

	static final String APPROVISIONNEMENT = "approvisionnement";

	static final String PRODUCTION = "production";

	static final String ORGANISATION_ATELIER = "organisationAtelier";

	static final String COMMERCIALISATION = "commercialisation";

	static final String BESOINS = "besoins";

	static final String ENVIRONNEMENT_ECONOMIQUE = "environnementEconomique";

	static final String ENVIRONNEMENT_INSTITUTIONNEL = "environnementInstitutionnel";

	static final String ENVIRONNEMENT_SOCIAL = "environnementSocial";

	static final String DIAG_ECONOMIQUE = "diagEconomique";

	static final String DIAG_INSTITUTIONNEL = "diagInstitutionnel";

	static final String DIAG_SOCIAL = "diagSocial";

	/** What each enterprise needs: rows of {@code nom} and {@code besoins}. */
	static final String BESOINS_ENTREPRISES = "besoinsEntreprises";

	static final String BESOINS_REELS = "besoinsReels";

	/**
	 * The priorities as they are entered: rows of {@code intitule} and {@code raison}.
	 */
	static final String PRIORITES = "priorites";

	/** The priorities as they were fixed, for the forms that follow. */
	static final String PRIORITES_FILIERE = "prioritesFiliere";

	static final String NOUVELLES_PRECONISATIONS = "nouvellesPreconisations";

	/** Rows of the recommendations that are followed up. */
	static final String PRECONISATIONS = "preconisations";

	/** The same rows as they were shown: {@code numero} and {@code statut}. */
	static final String PRECONISATIONS_VUES = "preconisationsVues";

	/** The collective recommendations of a group: rows of {@code intitule}. */
	static final String PRECONISATIONS_GROUPE = "preconisationsGroupe";

	/** What was noted before: rows of {@code le}, {@code numero} and {@code texte}. */
	static final String FIL_SUIVI = "filSuivi";

	/** Number of the weekly follow-up, from 1. */
	static final String SEMAINE_SUIVI = "semaineSuivi";

	/** Whether the accompaniment has lasted long enough to end. */
	static final String FIN_POSSIBLE = "finPossible";

	static final String ACCOMPAGNEMENT_TERMINE = "accompagnementTermine";

	static final String ACTION_INTITULE = "actionIntitule";

	static final String ACTION_OBJECTIF = "actionObjectif";

	static final String ACTION_DESCRIPTION = "actionDescription";

	static final String ACTION_DEBUT = "actionDebut";

	static final String ACTION_FIN = "actionFin";

	static final String ACTION_BUDGET = "actionBudget";

	/** The planned dates in words. */
	static final String ACTION_DATES = "actionDates";

	/** The budget in words. */
	static final String ACTION_BUDGET_ECRIT = "actionBudgetEcrit";

	/** What the coordinateur answers: {@link #VALIDEE} or {@code a-revoir}. */
	static final String ACTION_VALIDATION = "actionValidation";

	static final String VALIDEE = "validee";

	static final String ACTION_REMARQUES = "actionRemarques";

	static final String ACTION_AVANCEMENT = "actionAvancement";

	static final String ACTION_DIFFICULTES = "actionDifficultes";

	static final String ACTION_COMMENCEE_LE = "actionCommenceeLe";

	static final String ACTION_TERMINEE_LE = "actionTermineeLe";

	/** What came of the action: {@code realisee} or {@code non-aboutie}. */
	static final String ACTION_ISSUE = "actionIssue";

	static final String ACTION_RESULTAT = "actionResultat";

	static final String ACTION_ENSEIGNEMENTS = "actionEnseignements";

	private FiliereModel() {
	}

}
