package io.gatehouse.organization.consent;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.compare;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.organization.consent.ConsentOrganizations.Consenter;
import io.gatehouse.platform.list.Page;
import io.gatehouse.testing.size.Measures;
import org.junit.jupiter.api.Test;

/** What a person let an application see is found among what everybody did. */
class ConsentListsAtSizeTest {

  @Test
  @Measures("/api/applications/{id}/users/{userId}/consent-organizations")
  void theOrganizationsAPersonConsentedTo() {
    compare(
        "organizations consented to",
        db ->
            assertEquals(
                1,
                new ConsentOrganizationStore(db)
                    .list(new Consenter(ID, "a0000001", "u0000042"), new Page(1, 20))
                    .total()));
  }
}
