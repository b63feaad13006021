package org.compagnonnage.admission;

import java.util.List;

import org.compagnonnage.contrat.TypeContrat;

/**
 * Names shared with the models of the admission: keys, tasks, messages, errors,
 * variables.
 */
final class AdmissionModel {

	static final String ADMISSION = "admission-cae";

	static final String CONTRAT = "admission-contrat";

	static final String REALISER_DIAGNOSTIC = "userTask_realiserDiagnostic";

	static final String VALIDER_ORIENTATION = "userTask_validerOrientation";

	static final String PREPARER_CAPE = "userTask_preparerCape";

	static final String PREPARER_CESA = "userTask_preparerCesa";

	static final String ARBITRER_QUOTA = "userTask_arbitrerQuota";

	static final String DEPART_RETRAIT = "event_demandeRetiree";

	static final String DEPART_SILENCE = "event_silenceConstate";

	static final String ENREGISTRER_REPONSE = "userTask_enregistrerReponse";

	static final String CHOISIR_STRUCTURE = "userTask_choisirStructure";

	static final String DEMANDE_RETIREE = "admission.demandeRetiree";

	static final String PERSONNE_REVENUE = "admission.personneRevenue";

	static final String SANS_ATTENTE = "dossier.sansAttente";

	static final String VALEUR_MANQUANTE = "contrat.valeurManquante";

	static final String DECISION_ORIENTATION = "orientationAdmission";

	static final String REFERENCE = "reference";

	static final String PERIMETRE = "perimetre";

	static final String PARTENAIRE = "partenaire";

	static final String DOSSIER_ORIGINE = "dossierOrigine";

	static final String TERRITOIRE = "territoire";

	/** The territory as people read it, for the forms. */
	static final String TERRITOIRE_NOM = "territoireNom";

	static final String PORTEUR_PRENOM = "porteurPrenom";

	static final String PORTEUR_NOM = "porteurNom";

	static final String PORTEUR_COURRIEL = "porteurCourriel";

	static final String PORTEUR_TELEPHONE = "porteurTelephone";

	static final String PROJET_RESUME = "projetResume";

	/** What {@link #CONTRAT_REPONSE} says when the person signed. */
	static final String SIGNE = "signe";

	/** What is known of the person and cannot be emptied. */
	static final List<String> PERSONNE = List.of(PORTEUR_PRENOM, PORTEUR_NOM, PORTEUR_COURRIEL, PROJET_RESUME);

	static final String ORIGINE = "origine";

	static final String PRESCRIPTEUR = "prescripteur";

	static final String SOUHAIT = "souhait";

	static final String ECONOMIE_CREATIVE = "economieCreative";

	static final String CADRE_LEGAL_ADAPTE = "cadreLegalAdapte";

	static final String MOTIF_CADRE_LEGAL = "motifCadreLegal";

	static final String STADE_PROJET = "stadeProjet";

	static final String OFFRE_DEFINIE = "offreDefinie";

	static final String CLIENTS_PRETS = "clientsPrets";

	static final String HEURES_MENSUELLES = "heuresMensuelles";

	static final String CA_MENSUEL_HT = "caMensuelHT";

	static final String SALARIE_TEMPS_PLEIN = "salarieTempsPlein";

	static final String SEUIL_HEURES = "seuilHeures";

	static final String SEUIL_CA_HT = "seuilCaHT";

	static final String ORIENTATION = "orientation";

	static final String ORIENTATION_REGLE = "orientationRegle";

	static final String ORIENTATION_MOTIF = "orientationMotif";

	static final String ORIENTATION_VERSION = "orientationVersion";

	static final String ORIENTATION_EXPLICATION = "orientationExplication";

	static final String ORIENTATION_CRITERES = "orientationCriteres";

	static final String ORIENTATION_MANQUE = "orientationManque";

	/** What is missing for a CESA when the next better orientation is a CAPE. */
	static final String ORIENTATION_MANQUE_CESA = "orientationManqueCesa";

	static final String ORIENTATION_RETENUE = "orientationRetenue";

	static final String DEROGATION_MOTIF = "derogationMotif";

	static final String CONTRAT_TYPE = "contratType";

	static final String CONTRAT_ISSUE = "contratIssue";

	static final String CONTRAT_DOCUMENT = "contratDocument";

	/** What the person answers to the contract: signed, refused, or to be amended. */
	static final String CONTRAT_REPONSE = "contratReponse";

	/** What the person wants to be amended; null once the new contract has left. */
	static final String CONTRAT_REPRISE_MOTIF = "contratRepriseMotif";

	static final String CONTRAT_REDIGE_LE = "contratRedigeLe";

	static final String CONTRAT_SIGNE_LE = "contratSigneLe";

	static final String CONTRAT_VALEUR_MANQUANTE = "contratValeurManquante";

	static final String CAPE_DATE_DEBUT = "capeDateDebut";

	static final String CAPE_DUREE_MOIS = "capeDureeMois";

	static final String CAPE_DATE_FIN = "capeDateFin";

	static final String CESA_DATE_DEBUT = "cesaDateDebut";

	static final String PLACE_ANNEE = "placeAnnee";

	static final String PLACE_ATTRIBUEE = "placeAttribuee";

	/** The year for which a place was asked, whether or not there was one. */
	static final String QUOTA_ANNEE = "quotaAnnee";

	static final String QUOTA_PLACES = "quotaPlaces";

	static final String QUOTA_PRISES = "quotaPrises";

	/** Places accorded above the quota, which are among those taken. */
	static final String QUOTA_DEPASSEMENT = "quotaDepassement";

	/** The day from which a place is asked again for who waits: 1 January, ISO date. */
	static final String PLACE_REDEMANDEE_LE = "placeRedemandeeLe";

	static final String ARBITRAGE_DECISION = "arbitrageDecision";

	static final String ARBITRAGE_MOTIF = "arbitrageMotif";

	static final String RETRAIT_MOTIF = "retraitMotif";

	/** The day on which the person withdrew, whenever the letter that says so leaves. */
	static final String RETRAIT_LE = "retraitLe";

	/** The day on which the case of a silent person was closed. */
	static final String CLASSE_LE = "classeLe";

	static final String STRUCTURE_KIND = "structureKind";

	static final String STRUCTURE_PROPOSEE = "structureProposee";

	static final String STRUCTURE_RETENUE = "structureRetenue";

	private AdmissionModel() {
	}

	/** The variable that holds the first day of a contract of this type. */
	static String dateDebut(String contratType) {
		return (TypeContrat.of(contratType) == TypeContrat.CAPE) ? CAPE_DATE_DEBUT : CESA_DATE_DEBUT;
	}

}
