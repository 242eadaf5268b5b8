package io.gatehouse.application.access;

import io.gatehouse.application.Application;
import io.gatehouse.application.ApplicationError;
import io.gatehouse.application.Applications;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

/** Decides who may use an application, by the rules that administrators gave it. */
@Singleton
public class AccessControl {
  /** Of each kind of rule. */
  private static final int MOST = 1_000;

  private final AccessRuleStore store;
  private final Applications applications;
  private final AdminChanges changes;

  AccessControl(AccessRuleStore store, Applications applications, AdminChanges changes) {
    this.store = store;
    this.applications = applications;
    this.changes = changes;
  }

  /** Whether the person may use the application; the product's own are open to everybody. */
  public boolean admits(TenantId tenant, Application application, String userId) {
    return !application.restricted() || store.admits(tenant, application.id(), userId);
  }

  /** Whether there is any rule for the application. */
  public boolean hasRules(TenantId tenant, String applicationId) {
    return !store.rules(tenant, applicationId).isEmpty();
  }

  AccessRules rules(TenantId tenant, String applicationId) {
    applications.get(tenant, applicationId);
    return store.rules(tenant, applicationId);
  }

  /** Puts these rules in the place of all others, and answers them in order. */
  AccessRules replace(TenantId tenant, Actor actor, String applicationId, AccessRules given) {
    AccessRules rules = given.normalised();
    refuseTooMany(rules);
    if (given.organizationRoleRules().stream()
        .anyMatch(rule -> rule.organizationRoleIds().isEmpty())) {
      throw ApplicationError.accessRulesMissing("A rule of an organization needs a role.");
    }
    Application application = applications.get(tenant, applicationId);
    if (application.accessControlEnabled() && rules.isEmpty()) {
      throw ApplicationError.accessRulesMissing("Access control needs at least one rule.");
    }
    changes.make(
        tenant,
        actor,
        Applications.TOPIC,
        () -> {
          AccessRules before = store.rules(tenant, applicationId);
          store.replace(tenant, applicationId, rules);
          return before;
        },
        before -> AdminChange.updated("application.access_control", applicationId, before, rules));
    return rules;
  }

  private static void refuseTooMany(AccessRules rules) {
    Issues issues = new Issues();
    check(issues, "userIds", rules.userIds());
    check(issues, "userRoleIds", rules.userRoleIds());
    check(issues, "organizationIds", rules.organizationIds());
    check(issues, "organizationRoleRules", rules.organizationRoleRules());
    issues.throwIfAny("body");
  }

  private static void check(Issues issues, String name, List<?> unique) {
    if (unique.size() > MOST) {
      issues.at(name).custom("At most " + MOST + " different ones are allowed.");
    }
  }
}
