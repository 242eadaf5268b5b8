package io.gatehouse.enterprise;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.comparePages;

import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.testing.size.LargeTenant;
import io.gatehouse.testing.size.Measures;
import org.junit.jupiter.api.Test;

/** The connectors of enterprises are listed however many organizations use them. */
class SsoConnectorListsAtSizeTest {

  @Test
  @Measures({"/api/sso-connectors", "/api/organizations/{id}/jit/sso-connectors"})
  void thePagesOfConnectors() {
    comparePages("SSO connectors", 200, (db, page) -> store(db).list(ID, page));
    comparePages(
        "SSO connectors of an organization",
        200,
        (db, page) -> store(db).ofOrganization(ID, LargeTenant.ORGANIZATION, page));
  }

  private static SsoConnectorStore store(Db db) {
    return new SsoConnectorStore(db, new Sealer(MasterKeys.parse(LargeTenant.MASTER_KEY)));
  }
}
