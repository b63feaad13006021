package org.compagnonnage.people;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.compagnonnage.organisation.Organisation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings groups, périmètres, rights and Tasklist filters of the engine in line with the
 * organisation before the web port opens. It changes and removes what it has set up
 * itself, nothing else, and writes nothing when the plan is the one already set up.
 */
@Component
class OrganisationSetup implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(OrganisationSetup.class);

	private final IdentityService identity;

	private final AuthorizationService authorizations;

	private final HistoryService history;

	private final FiltresTasklist filtres;

	private final ObjetsPoses objets;

	private final Organisation organisation;

	private final Comptes comptes;

	private final TransactionTemplate transaction;

	OrganisationSetup(IdentityService identity, AuthorizationService authorizations, HistoryService history,
			FiltresTasklist filtres, ObjetsPoses objets, Organisation organisation, Comptes comptes,
			PlatformTransactionManager transactionManager) {
		this.identity = identity;
		this.authorizations = authorizations;
		this.history = history;
		this.filtres = filtres;
		this.objets = objets;
		this.organisation = organisation;
		this.comptes = comptes;
		this.transaction = new TransactionTemplate(transactionManager);
	}

	@Override
	public void afterSingletonsInstantiated() {
		appliquer(this.organisation);
		this.comptes.creer();
		this.transaction.executeWithoutResult((status) -> accorderLesTerritoires());
	}

	/**
	 * Sets up an organisation.
	 * @return whether anything had to be written
	 */
	boolean appliquer(Organisation organisation) {
		PlanOrganisation plan = PlanOrganisation.de(organisation);
		String empreinte = plan.empreinte();
		if (empreinte.equals(this.objets.empreinte())) {
			return false;
		}
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			if (empreinte.equals(this.objets.empreinteReservee())) {
				return false;
			}
			poser(plan);
			this.objets.empreinte(empreinte);
			logger.info("Organisation set up: {} groups, {} périmètres, {} rights, {} filters", plan.groupes().size(),
					plan.perimetres().size(), plan.droits().size(), plan.filtres().size());
			return true;
		}));
	}

	private void poser(PlanOrganisation plan) {
		plan.groupes().forEach(this::poserGroupe);
		plan.perimetres().forEach(this::poserPerimetre);
		Map<String, PlanOrganisation.Droit> droits = new HashMap<>();
		plan.droits().forEach((droit) -> droits.put(droit.cle(), droit));
		Map<String, String> filtresPoses = this.objets.tous(ObjetsPoses.FILTRE);
		for (PlanOrganisation.Filtre filtre : plan.filtres()) {
			String id = this.filtres.poser(filtre, filtresPoses.remove(filtre.cle()));
			this.objets.noter(ObjetsPoses.FILTRE, filtre.cle(), id);
			for (String groupe : filtre.groupes()) {
				PlanOrganisation.Droit lire = new PlanOrganisation.Droit(groupe, Resources.FILTER, id,
						List.of(Permissions.READ));
				droits.put(lire.cle(), lire);
			}
		}
		poserDroits(droits);
		filtresPoses.forEach((cle, id) -> {
			this.filtres.retirer(id);
			this.objets.oublier(ObjetsPoses.FILTRE, cle);
		});
		retirerGroupes(plan);
		retirerPerimetres(plan);
	}

	private void poserGroupe(PlanOrganisation.Groupe groupe) {
		Group existing = this.identity.createGroupQuery().groupId(groupe.id()).singleResult();
		Group group = (existing != null) ? existing : this.identity.newGroup(groupe.id());
		group.setName(groupe.nom());
		group.setType(groupe.type());
		this.identity.saveGroup(group);
		this.objets.noter(ObjetsPoses.GROUPE, groupe.id(), groupe.id());
	}

	private void poserPerimetre(Organisation.Perimetre perimetre) {
		Tenant existing = this.identity.createTenantQuery().tenantId(perimetre.code()).singleResult();
		Tenant tenant = (existing != null) ? existing : this.identity.newTenant(perimetre.code());
		tenant.setName(perimetre.nom());
		this.identity.saveTenant(tenant);
		this.objets.noter(ObjetsPoses.PERIMETRE, perimetre.code(), perimetre.code());
	}

	private void poserDroits(Map<String, PlanOrganisation.Droit> droits) {
		Map<String, Authorization> existants = this.authorizations.createAuthorizationQuery()
			.authorizationType(Authorization.AUTH_TYPE_GRANT)
			.list()
			.stream()
			.filter((authorization) -> authorization.getGroupId() != null)
			.collect(Collectors.toMap(OrganisationSetup::cle, (authorization) -> authorization));
		for (PlanOrganisation.Droit droit : droits.values()) {
			Authorization authorization = existants.get(droit.cle());
			if (authorization == null) {
				authorization = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
				authorization.setGroupId(droit.groupe());
				authorization.setResource(droit.resource());
				authorization.setResourceId(droit.id());
			}
			authorization.setPermissions(droit.permissions().toArray(Permission[]::new));
			this.objets.noter(ObjetsPoses.DROIT, droit.cle(),
					this.authorizations.saveAuthorization(authorization).getId());
		}
		this.objets.tous(ObjetsPoses.DROIT).forEach((cle, id) -> {
			if (!droits.containsKey(cle)) {
				if (existants.containsKey(cle)) {
					this.authorizations.deleteAuthorization(existants.get(cle).getId());
				}
				this.objets.oublier(ObjetsPoses.DROIT, cle);
			}
		});
	}

	private static String cle(Authorization authorization) {
		Resources resource = Arrays.stream(Resources.values())
			.filter((candidate) -> candidate.resourceType() == authorization.getResourceType())
			.findFirst()
			.orElseThrow();
		return authorization.getGroupId() + "|" + resource + "|" + authorization.getResourceId();
	}

	private void retirerGroupes(PlanOrganisation plan) {
		Set<String> voulus = plan.groupes().stream().map(PlanOrganisation.Groupe::id).collect(Collectors.toSet());
		this.objets.tous(ObjetsPoses.GROUPE).forEach((cle, id) -> {
			if (!voulus.contains(id)) {
				this.identity.deleteGroup(id);
				this.objets.oublier(ObjetsPoses.GROUPE, cle);
			}
		});
	}

	/** A périmètre that has cases stays, or nobody could see them any more. */
	private void retirerPerimetres(PlanOrganisation plan) {
		Set<String> voulus = plan.perimetres().stream().map(Organisation.Perimetre::code).collect(Collectors.toSet());
		this.objets.tous(ObjetsPoses.PERIMETRE).forEach((cle, code) -> {
			if (voulus.contains(code)) {
				return;
			}
			if (this.history.createHistoricProcessInstanceQuery().tenantIdIn(code).count() > 0) {
				logger.warn("Périmètre {} is no longer configured but has cases: it stays", code);
				return;
			}
			this.identity.deleteTenant(code);
			this.objets.oublier(ObjetsPoses.PERIMETRE, cle);
		});
	}

	/**
	 * Shows each territory's filter to its members and to nobody else. New members get it
	 * at once ({@link DroitsParDefaut}); this catches up with what happened before the
	 * filter existed, and with those who have left.
	 */
	private void accorderLesTerritoires() {
		this.organisation.territoires()
			.forEach((territoire) -> this.objets
				.identifiant(ObjetsPoses.FILTRE, PlanOrganisation.filtreDuTerritoire(territoire.code()))
				.ifPresent((filtre) -> accorder(filtre, territoire.code())));
	}

	private void accorder(String filtre, String perimetre) {
		Set<String> membres = new HashSet<>();
		this.identity.createUserQuery().memberOfTenant(perimetre).list().forEach((user) -> membres.add(user.getId()));
		List<Authorization> droits = this.authorizations.createAuthorizationQuery()
			.authorizationType(Authorization.AUTH_TYPE_GRANT)
			.resourceType(Resources.FILTER)
			.resourceId(filtre)
			.list();
		for (Authorization droit : droits) {
			if (droit.getUserId() != null && !membres.remove(droit.getUserId())) {
				this.authorizations.deleteAuthorization(droit.getId());
			}
		}
		for (String membre : membres) {
			Authorization droit = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
			droit.setUserId(membre);
			droit.setResource(Resources.FILTER);
			droit.setResourceId(filtre);
			droit.addPermission(Permissions.READ);
			this.authorizations.saveAuthorization(droit);
		}
	}

}
