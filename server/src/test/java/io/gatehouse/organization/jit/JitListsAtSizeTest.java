package io.gatehouse.organization.jit;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.comparePages;

import io.gatehouse.organization.OrganizationId;
import io.gatehouse.testing.size.LargeTenant;
import io.gatehouse.testing.size.Measures;
import org.junit.jupiter.api.Test;

/** By what people join an organization is found among what others have set up. */
class JitListsAtSizeTest {
  private static final OrganizationId LARGEST = new OrganizationId(LargeTenant.ORGANIZATION);

  @Test
  @Measures({"/api/organizations/{id}/jit/email-domains", "/api/organizations/{id}/jit/roles"})
  void theDomainsAndRoles() {
    comparePages(
        "domains of an organization",
        200,
        (db, page) -> new JitStore(db).domains(ID, LARGEST, page));
    comparePages(
        "roles that who joins is given",
        200,
        (db, page) -> new JitStore(db).roles(ID, LARGEST, page));
  }
}
