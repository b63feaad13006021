package org.compagnonnage.consulaire;

/**
 * Names shared with the models of the consular programme: keys, tasks, messages, errors,
 * variables.
 */
final class ConsulaireModel {

	static final String PROGRAMME = "programme-consulaire";

	static final String AXE_PROCESSUS = "consulaire-axe";

	/** How the keys of the called processes begin. */
	static final String PREFIXE_PROCESSUS = "consulaire-";

	/** How the forms and templates of the feature begin. */
	static final String PREFIXE_MODELES = "consulaire/";

	static final String INSTRUIRE_DEMANDE = "userTask_instruireDemande";

	static final String RECUEILLIR_COMPLEMENTS = "userTask_recueillirComplements";

	static final String IDENTIFIER_PARTENAIRE = "userTask_identifierPartenaire";

	static final String REDIGER_TERMES = "userTask_redigerTermes";

	static final String EXAMINER_TERMES = "userTask_examinerTermes";

	static final String REPRENDRE_TERMES = "userTask_reprendreTermes";

	static final String CHOISIR_AXES = "userTask_choisirAxes";

	static final String PREPARER_AXE = "userTask_preparerAxe";

	static final String ACCEPTER_PROGRAMME = "userTask_accepterProgramme";

	static final String ACCEPTER_LIVRABLE = "userTask_accepterLivrable";

	static final String EVALUER_AXE = "userTask_evaluerAxe";

	static final String DRESSER_BILAN = "userTask_dresserBilan";

	/** End of an axis that was stopped, once everybody was told. */
	static final String AXE_ARRETE_FIN = "endEvent_axeArreteFin";

	static final String INTERRUPTION_RECUE = "event_interruptionRecue";

	static final String AXE_AJOUTE = "consulaire.axeAjoute";

	static final String AXE_ARRETE = "consulaire.axeArrete";

	static final String SANS_ATTENTE = "dossier.sansAttente";

	static final String REFERENCE = "reference";

	static final String PERIMETRE = "perimetre";

	static final String PARTENAIRE = "partenaire";

	static final String DOSSIER_ORIGINE = "dossierOrigine";

	static final String ORIGINE = "origine";

	static final String STRUCTURE_NOM = "structureNom";

	static final String PAYS = "pays";

	static final String OBJET = "objet";

	static final String CONTACT_PRENOM = "contactPrenom";

	static final String CONTACT_NOM = "contactNom";

	static final String CONTACT_COURRIEL = "contactCourriel";

	static final String CONTACT_TELEPHONE = "contactTelephone";

	static final String RECEVABILITE = "recevabilite";

	static final String RECEVABILITE_MOTIF = "recevabiliteMotif";

	/** What {@link #RECEVABILITE} says when something is missing. */
	static final String A_COMPLETER = "a-completer";

	/** What the structure was last asked for. */
	static final String COMPLEMENTS_DEMANDES = "complementsDemandes";

	/** Login of the partenaire de référence, who is in the structure. */
	static final String PARTENAIRE_REFERENCE = "partenaireReference";

	/** Login of the expert of the network who follows the programme. */
	static final String EXPERT_CMA = "expertCma";

	static final String TERMES_CONTEXTE = "termesContexte";

	static final String TERMES_OBJECTIFS = "termesObjectifs";

	static final String TERMES_OUTILS = "termesOutils";

	static final String TERMES_ETAPES = "termesEtapes";

	/** The side that changed the terms of reference last. */
	static final String TERMES_AUTEUR = "termesAuteur";

	/** The terms of reference as a side got them, beside the task that examines them. */
	static final String TERMES_AVANT = "termesAvant";

	static final String PARTIE_EXPERT = "expert";

	static final String PARTIE_PARTENAIRE = "partenaire";

	static final String TERMES_REPONSE_PARTENAIRE = "termesReponsePartenaire";

	static final String TERMES_REMARQUES_PARTENAIRE = "termesRemarquesPartenaire";

	static final String TERMES_REPONSE_EXPERT = "termesReponseExpert";

	static final String TERMES_REMARQUES_EXPERT = "termesRemarquesExpert";

	/** What a side answers when it agrees. */
	static final String ACCEPTE = "accepte";

	static final String RENCONTRES = "rencontres";

	/** Day of a meeting: planned at first, real once the field work is done. */
	static final String RENCONTRE_LE = "le";

	static final String DIAGNOSTIC_PRECONISATIONS = "diagnosticPreconisations";

	/** The day on which the diagnostic was presented, ISO date. */
	static final String RESTITUE_LE = "restitueLe";

	static final String AXES_CHOISIS = "axesChoisis";

	/** The axes with what became of them, for the bilan. */
	static final String AXES_MENES = "axesMenes";

	/** Id of the axis that a process of its own carries out. */
	static final String AXE = "axe";

	static final String AXE_TITRE = "axeTitre";

	static final String AXE_DOMAINE = "axeDomaine";

	static final String AXE_SOUS_DOMAINE = "axeSousDomaine";

	static final String AXE_DOMAINE_NOM = "axeDomaineNom";

	static final String AXE_MODALITE = "axeModalite";

	static final String AXE_MOTIF_AJOUT = "axeMotifAjout";

	static final String AXE_MOTIF_ARRET = "axeMotifArret";

	static final String AXE_SPECIALISTE_REQUIS = "axeSpecialisteRequis";

	static final String AXE_EXPERTISE_MOTIF = "axeExpertiseMotif";

	/** Login of the expert of the network who answers for the axis. */
	static final String AXE_EXPERT = "axeExpert";

	/** Login of the specialised expert, or null. */
	static final String AXE_SPECIALISTE = "axeSpecialiste";

	/** Whether the specialised expert carries the axis out. */
	static final String AXE_SPECIALISE = "axeSpecialise";

	static final String AXE_EXPERTS_LOCAUX = "axeExpertsLocaux";

	static final String AXE_DEBUT = "axeDebut";

	static final String AXE_FIN = "axeFin";

	static final String AXE_PROGRAMME_REPONSE = "axeProgrammeReponse";

	static final String AXE_PROGRAMME_REMARQUES = "axeProgrammeRemarques";

	/** The day on which the axis really began, ISO date. */
	static final String AXE_COMMENCE_LE = "axeCommenceLe";

	/** The day on which the axis was carried out to its end, ISO date. */
	static final String AXE_REALISE_LE = "axeRealiseLe";

	static final String AXE_LIVRABLE_REMIS = "axeLivrableRemis";

	static final String AXE_LIVRABLE_REPONSE = "axeLivrableReponse";

	static final String AXE_LIVRABLE_REMARQUES = "axeLivrableRemarques";

	static final String AXE_SATISFACTION = "axeSatisfaction";

	static final String AXE_EVALUATION = "axeEvaluation";

	static final String AXE_SUITES = "axeSuites";

	static final String ARRET_MOTIF = "arretMotif";

	static final String REFERENCE_DOSSIER = "referenceDossier";

	static final String EVENEMENT = "evenement";

	/** An event: one more axis. */
	static final String AJOUTER = "ajouter";

	/** Number of the axis that an event stops. */
	static final String AXE_NUMERO = "axeNumero";

	/** Title of the axis that an event adds, or of a row of the list of axes. */
	static final String INTITULE = "intitule";

	static final String MOTIF = "motif";

	private ConsulaireModel() {
	}

}
