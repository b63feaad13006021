package org.compagnonnage.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.compagnonnage.organisation.Organisation;

/**
 * What the engine must hold for an organisation: its groups, périmètres, rights and
 * Tasklist filters, computed from the configuration alone.
 */
record PlanOrganisation(List<Groupe> groupes, List<Organisation.Perimetre> perimetres, List<Droit> droits,
		List<Filtre> filtres) {

	static final String ADMINISTRATEURS = Groups.CAMUNDA_ADMIN;

	static final String RESPONSABLES = "responsables";

	static final String GERANCE = "gerance";

	/**
	 * Processes that work for all programmes: they speak of people of each of them, so
	 * only who leads sees them and tries again what failed.
	 */
	static final List<String> TECHNIQUES = List.of("cle-partenaire", "confier-retards", "dossier-evenement",
			"echeances-cles", "livrer-evenements", "relance-personne", "suspendre-abonnement");

	/** Those of them that belong to a case, thus to its périmètre. */
	static final List<String> TECHNIQUES_DES_DOSSIERS = List.of("dossier-evenement", "relance-personne");

	private static final String TOUS = Authorization.ANY;

	private static final List<Permission> VOIR = List.of(ProcessDefinitionPermissions.READ,
			ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.READ_INSTANCE,
			ProcessDefinitionPermissions.READ_HISTORY);

	// Unclaiming needs TASK_ASSIGN; ActeurChecker keeps it to one's own tasks.
	private static final List<Permission> AGIR = List.of(ProcessDefinitionPermissions.TASK_WORK,
			ProcessDefinitionPermissions.TASK_ASSIGN);

	// The responsables work on the tasks that stayed late and were offered to them.
	private static final List<Permission> CONDUIRE = List.of(ProcessDefinitionPermissions.RETRY_JOB,
			ProcessDefinitionPermissions.DELETE_INSTANCE, ProcessDefinitionPermissions.TASK_ASSIGN,
			ProcessDefinitionPermissions.TASK_WORK);

	static PlanOrganisation de(Organisation organisation) {
		List<String> metiers = organisation.groupes().stream().map(Organisation.Groupe::id).toList();
		return new PlanOrganisation(groupesDe(organisation), perimetresDe(organisation),
				new Droits().commun(metiers)
					.pilotage(metiers)
					.programmes(organisation.programmes())
					.administration()
					.liste(),
				filtresDe(organisation, metiers));
	}

	/** The key of a territory's filter. */
	static String filtreDuTerritoire(String code) {
		return "territoire-" + code;
	}

	/** Changes whenever the plan does: by configuration or by code. */
	String empreinte() {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<Groupe> groupesDe(Organisation organisation) {
		Stream<Groupe> metiers = organisation.groupes()
			.stream()
			.flatMap((groupe) -> Stream.concat(
					Stream.of(new Groupe(groupe.id(), groupe.nom(), Groups.GROUP_TYPE_WORKFLOW)),
					declines(groupe, organisation)));
		return Stream
			.concat(metiers, Stream.of(new Groupe(ADMINISTRATEURS, "Administrateurs", Groups.GROUP_TYPE_SYSTEM)))
			.toList();
	}

	private static Stream<Groupe> declines(Organisation.Groupe groupe, Organisation organisation) {
		if (groupe.par() == null) {
			return Stream.empty();
		}
		return switch (groupe.par()) {
			case "territoire" -> decliner(groupe, organisation.territoires(), Organisation.Territoire::code,
					Organisation.Territoire::nom);
			case "filiere" ->
				decliner(groupe, organisation.filieres(), Organisation.Filiere::code, Organisation.Filiere::nom);
			default -> throw new IllegalStateException("organisation.groupes : le groupe « " + groupe.id()
					+ " » se décline par « territoire » ou par « filiere », pas par « " + groupe.par() + " ».");
		};
	}

	private static <T> Stream<Groupe> decliner(Organisation.Groupe groupe, List<T> portees, Function<T, String> code,
			Function<T, String> nom) {
		return portees.stream()
			.map((portee) -> new Groupe(groupe.id() + "-" + code.apply(portee),
					groupe.nom() + " – " + nom.apply(portee), Groups.GROUP_TYPE_WORKFLOW));
	}

	private static List<Organisation.Perimetre> perimetresDe(Organisation organisation) {
		return Stream
			.concat(organisation.territoires()
				.stream()
				.map((territoire) -> new Organisation.Perimetre(territoire.code(), territoire.nom())),
					organisation.organisations().stream())
			.toList();
	}

	private static List<Filtre> filtresDe(Organisation organisation, List<String> metiers) {
		List<Filtre> filtres = new ArrayList<>(List.of(
				new Filtre("mes-taches", "Mes tâches", "Les tâches que vous avez prises.", "#1d6f42", 10,
						Requete.PRISES_PAR_MOI, null, metiers),
				new Filtre("a-prendre", "À prendre dans mes groupes",
						"Les tâches proposées à vos groupes que personne n’a encore prises.", "#1f5fa8", 20,
						Requete.A_PRENDRE, null, metiers),
				new Filtre("en-retard", "En retard", "Les tâches dont l’échéance est passée.", "#b3261e", 30,
						Requete.EN_RETARD, null, metiers),
				new Filtre("cette-semaine", "Échéance cette semaine", "Les tâches à terminer d’ici dimanche.",
						"#9a5b00", 40, Requete.CETTE_SEMAINE, null, metiers)));
		for (Organisation.Territoire territoire : organisation.territoires()) {
			filtres.add(new Filtre(filtreDuTerritoire(territoire.code()),
					"Territoire " + territoire.code() + " – " + territoire.nom(),
					"Toutes les tâches en cours du territoire.", "#5b5b66", 100 + filtres.size(), Requete.DU_PERIMETRE,
					territoire.code(), List.of()));
		}
		return List.copyOf(filtres);
	}

	/** A group of the engine. */
	record Groupe(String id, String nom, String type) {
	}

	/** What a group may do with a resource. */
	record Droit(String groupe, Resources resource, String id, List<Permission> permissions) {

		String cle() {
			return this.groupe + "|" + this.resource + "|" + this.id;
		}

	}

	/**
	 * A filter of Tasklist, shown to groups or, with a périmètre, to the members of that
	 * périmètre.
	 */
	record Filtre(String cle, String nom, String description, String couleur, int priorite, Requete requete,
			String perimetre, List<String> groupes) {
	}

	/** What a filter looks for. */
	enum Requete {

		PRISES_PAR_MOI, A_PRENDRE, EN_RETARD, CETTE_SEMAINE, DU_PERIMETRE

	}

	/** Adds up rights: one line per group and resource, whatever the reasons for it. */
	private static final class Droits {

		private final Map<String, Droit> parCle = new TreeMap<>();

		/** What everyone of the staff needs to use Tasklist and read names. */
		Droits commun(List<String> groupes) {
			for (String groupe : groupes) {
				ajouter(groupe, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
				ajouter(groupe, Resources.APPLICATION, "welcome", Permissions.ACCESS);
				ajouter(groupe, Resources.USER, TOUS, Permissions.READ);
				ajouter(groupe, Resources.GROUP, TOUS, Permissions.READ);
				ajouter(groupe, Resources.TENANT, TOUS, Permissions.READ);
			}
			return this;
		}

		/** Cockpit, and the records of decisions, for those who lead. */
		Droits pilotage(List<String> groupes) {
			for (String groupe : List.of(RESPONSABLES, GERANCE)) {
				if (groupes.contains(groupe)) {
					ajouter(groupe, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
					ajouter(groupe, Resources.DEPLOYMENT, TOUS, Permissions.READ);
					ajouter(groupe, Resources.DECISION_DEFINITION, TOUS, Permissions.READ, Permissions.READ_HISTORY);
					ajouter(groupe, Resources.DECISION_REQUIREMENTS_DEFINITION, TOUS, Permissions.READ);
					TECHNIQUES.forEach((processus) -> ajouter(groupe, Resources.PROCESS_DEFINITION, processus, VOIR));
				}
			}
			if (groupes.contains(RESPONSABLES)) {
				TECHNIQUES
					.forEach((processus) -> ajouter(RESPONSABLES, Resources.PROCESS_DEFINITION, processus, CONDUIRE));
			}
			return this;
		}

		Droits programmes(List<Organisation.Programme> programmes) {
			programmes.forEach(this::programme);
			return this;
		}

		/**
		 * The engine's administrators hold every right; acting on tasks is not a right.
		 */
		Droits administration() {
			for (Resources resource : Resources.values()) {
				ajouter(ADMINISTRATEURS, resource, TOUS, Permissions.ALL);
			}
			return this;
		}

		List<Droit> liste() {
			return List.copyOf(this.parCle.values());
		}

		private void programme(Organisation.Programme programme) {
			for (String processus : programme.processus()) {
				Set<String> voient = new TreeSet<>(programme.voir());
				voient.addAll(programme.agir());
				voient.forEach((groupe) -> ajouter(groupe, Resources.PROCESS_DEFINITION, processus, VOIR));
				programme.agir().forEach((groupe) -> ajouter(groupe, Resources.PROCESS_DEFINITION, processus, AGIR));
				if (voient.contains(RESPONSABLES)) {
					ajouter(RESPONSABLES, Resources.PROCESS_DEFINITION, processus, CONDUIRE);
				}
			}
			programme.demarrer().forEach((processus, groupes) -> groupes.forEach((groupe) -> {
				ajouter(groupe, Resources.PROCESS_DEFINITION, processus, ProcessDefinitionPermissions.READ,
						ProcessDefinitionPermissions.CREATE_INSTANCE);
				ajouter(groupe, Resources.PROCESS_INSTANCE, TOUS, Permissions.CREATE);
			}));
		}

		private void ajouter(String groupe, Resources resource, String id, Permission... permissions) {
			ajouter(groupe, resource, id, Arrays.asList(permissions));
		}

		private void ajouter(String groupe, Resources resource, String id, List<Permission> permissions) {
			this.parCle.merge(groupe + "|" + resource + "|" + id,
					new Droit(groupe, resource, id, List.copyOf(permissions)), Droits::reunir);
		}

		private static Droit reunir(Droit un, Droit autre) {
			return new Droit(un.groupe(), un.resource(), un.id(),
					Stream.concat(un.permissions().stream(), autre.permissions().stream())
						.distinct()
						.sorted(Comparator.comparing(Permission::getName))
						.toList());
		}

	}

}
