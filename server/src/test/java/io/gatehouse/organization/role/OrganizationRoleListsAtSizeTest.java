package io.gatehouse.organization.role;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.comparePages;

import io.gatehouse.testing.size.LargeTenant;
import io.gatehouse.testing.size.Measures;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The roles of the template are listed whoever has them. */
class OrganizationRoleListsAtSizeTest {
  private static final OrganizationRoleId ROLE = new OrganizationRoleId(LargeTenant.ROLE);

  @Test
  @Measures("/api/organization-roles")
  void thePagesOfRoles() {
    comparePages(
        "organization roles",
        200,
        (db, page) -> new OrganizationRoleStore(db).list(ID, Optional.empty(), page));
  }

  @Test
  @Measures({"/api/organization-roles/{id}/scopes", "/api/organization-roles/{id}/resource-scopes"})
  void theScopesOfARole() {
    comparePages(
        "organization scopes of a role",
        200,
        (db, page) -> new GrantedScopeStore(db).organizationScopes(ID, ROLE, page));
    comparePages(
        "resource scopes of an organization role",
        200,
        (db, page) -> new GrantedScopeStore(db).resourceScopes(ID, ROLE, page));
  }
}
