package org.compagnonnage.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.ResourceAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionRequirementsDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.compagnonnage.engine.Interdit;
import org.compagnonnage.engine.SansDroits;

/**
 * Writes no authorisation per task, instance, filter or deployment, so that the task list
 * stays flat; a person only gets the right to change the own profile and to see the
 * filters of the own territories. It is also where the engine tells who a task is about
 * to be given to: nobody gives a task in another person's name but its holder and the
 * responsables, and nobody gets one without being able to work on it.
 */
class DroitsParDefaut implements ResourceAuthorizationProvider {

	private static final AuthorizationEntity[] AUCUN = {};

	private final ProcessEngineConfigurationImpl engine;

	private final SansDroits moteur;

	private final ObjetsPoses objets;

	private final Absences absences;

	private final Clock clock;

	DroitsParDefaut(ProcessEngineConfigurationImpl engine, ObjetsPoses objets, Absences absences, Clock clock) {
		this.engine = engine;
		this.moteur = new SansDroits(engine.getIdentityService());
		this.objets = objets;
		this.absences = absences;
		this.clock = clock;
	}

	@Override
	public AuthorizationEntity[] newUser(User user) {
		AuthorizationEntity droit = droit(Resources.USER, user.getId(), Permissions.READ, Permissions.UPDATE);
		droit.setUserId(user.getId());
		return new AuthorizationEntity[] { droit };
	}

	@Override
	public AuthorizationEntity[] tenantMembershipCreated(Tenant tenant, User user) {
		return filtreDuTerritoire(tenant, user.getId(), null);
	}

	@Override
	public AuthorizationEntity[] tenantMembershipCreated(Tenant tenant, Group group) {
		return filtreDuTerritoire(tenant, null, group.getId());
	}

	@Override
	public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
		if (!enCours(task)) {
			return AUCUN;
		}
		Acteur.courant(this.engine.getIdentityService())
			.ifPresent((acteur) -> verifierAttribution(acteur, task, oldAssignee, newAssignee));
		return AUCUN;
	}

	@Override
	public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
		return candidats(task, type);
	}

	@Override
	public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
		return candidats(task, type);
	}

	@Override
	public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String userId, String type) {
		return candidats(task, type);
	}

	@Override
	public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String groupId, String type) {
		return candidats(task, type);
	}

	@Override
	public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
		return AUCUN;
	}

	@Override
	public AuthorizationEntity[] newTask(Task task) {
		return AUCUN;
	}

	@Override
	public AuthorizationEntity[] newGroup(Group group) {
		return AUCUN;
	}

	@Override
	public AuthorizationEntity[] newTenant(Tenant tenant) {
		return AUCUN;
	}

	@Override
	public AuthorizationEntity[] groupMembershipCreated(String groupId, String userId) {
		return AUCUN;
	}

	@Override
	public AuthorizationEntity[] newFilter(Filter filter) {
		return AUCUN;
	}

	@Override
	public AuthorizationEntity[] newDeployment(Deployment deployment) {
		return AUCUN;
	}

	@Override
	public AuthorizationEntity[] newProcessDefinition(ProcessDefinition processDefinition) {
		return AUCUN;
	}

	@Override
	public AuthorizationEntity[] newProcessInstance(ProcessInstance processInstance) {
		return AUCUN;
	}

	@Override
	public AuthorizationEntity[] newDecisionDefinition(DecisionDefinition decisionDefinition) {
		return AUCUN;
	}

	@Override
	public AuthorizationEntity[] newDecisionRequirementsDefinition(DecisionRequirementsDefinition definition) {
		return AUCUN;
	}

	private void verifierAttribution(Acteur acteur, Task task, String ancien, String nouveau) {
		boolean sienne = acteur.id().equals(ancien);
		if (nouveau == null && (sienne || acteur.estResponsable())) {
			return;
		}
		// ActeurChecker has asked whether it is offered to them; it lets the responsables
		// change the holder of any task, and they get none that is not offered to them.
		if (acteur.id().equals(nouveau) && !acteur.estResponsable()) {
			return;
		}
		if (!sienne && !acteur.estResponsable()) {
			throw new Interdit("Seuls les responsables peuvent donner la tâche à une autre personne.");
		}
		if (!appartient(nouveau, task.getTenantId())) {
			throw new Interdit(
					"« " + nouveau + " » n’appartient pas au périmètre du dossier : la tâche ne peut lui être donnée.");
		}
		if (!peutTravailler(nouveau, (TaskEntity) task)) {
			throw new Interdit("« " + nouveau
					+ " » n’est ni d’un groupe auquel la tâche est proposée, ni remplaçant d’une personne absente de ce "
					+ "groupe : la tâche ne peut lui être donnée.");
		}
	}

	/**
	 * Whether it is offered to the person, or to somebody whom the person stands in for.
	 */
	private boolean peutTravailler(String user, TaskEntity task) {
		return this.moteur.sansDroits(() -> Stream
			.concat(Stream.of(user), this.absences.remplacesPar(user, LocalDate.now(this.clock)).stream())
			.anyMatch((personne) -> estProposee(task, personne)));
	}

	private boolean estProposee(TaskEntity task, String user) {
		Set<String> groupes = this.engine.getIdentityService()
			.createGroupQuery()
			.groupMember(user)
			.list()
			.stream()
			.map(Group::getId)
			.collect(Collectors.toSet());
		return task.getCandidates()
			.stream()
			.anyMatch((lien) -> user.equals(lien.getUserId()) || groupes.contains(lien.getGroupId()));
	}

	private AuthorizationEntity[] candidats(Task task, String type) {
		if (IdentityLinkType.CANDIDATE.equals(type) && enCours(task)) {
			Acteur.courant(this.engine.getIdentityService())
				.filter((acteur) -> !acteur.estResponsable())
				.ifPresent((acteur) -> {
					throw new Interdit("Seuls les responsables peuvent changer à qui la tâche est proposée.");
				});
		}
		return AUCUN;
	}

	private boolean appartient(String user, String perimetre) {
		return this.moteur.sansDroits(() -> {
			IdentityService identity = this.engine.getIdentityService();
			return (perimetre != null) ? identity.createTenantQuery()
				.tenantId(perimetre)
				.userMember(user)
				.includingGroupsOfUser(true)
				.count() > 0 : identity.createUserQuery().userId(user).count() > 0;
		});
	}

	private AuthorizationEntity[] filtreDuTerritoire(Tenant tenant, String user, String group) {
		return this.objets.identifiant(ObjetsPoses.FILTRE, PlanOrganisation.filtreDuTerritoire(tenant.getId()))
			.filter((filtre) -> !dejaAccorde(filtre, user, group))
			.map((filtre) -> {
				AuthorizationEntity droit = droit(Resources.FILTER, filtre, Permissions.READ);
				droit.setUserId(user);
				droit.setGroupId(group);
				return new AuthorizationEntity[] { droit };
			})
			.orElse(AUCUN);
	}

	private boolean dejaAccorde(String filtre, String user, String group) {
		return this.moteur.sansDroits(() -> {
			var query = this.engine.getAuthorizationService()
				.createAuthorizationQuery()
				.authorizationType(Authorization.AUTH_TYPE_GRANT)
				.resourceType(Resources.FILTER)
				.resourceId(filtre);
			return ((user != null) ? query.userIdIn(user) : query.groupIdIn(group)).count() > 0;
		});
	}

	// While the process creates or ends a task, what happens to it is the model's doing.
	private static boolean enCours(Task task) {
		return "Created".equals(task.getTaskState()) || "Updated".equals(task.getTaskState());
	}

	private static AuthorizationEntity droit(Resource resource, String id, Permission... permissions) {
		AuthorizationEntity droit = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
		droit.setResource(resource);
		droit.setResourceId(id);
		droit.setPermissions(permissions);
		return droit;
	}

}
