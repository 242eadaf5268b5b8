package io.gatehouse.application.registration;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.comparePages;

import io.gatehouse.testing.size.Measures;
import org.junit.jupiter.api.Test;

/** The tokens to register applications with are listed whoever else the tenant has. */
class InitialAccessTokenListsAtSizeTest {

  @Test
  @Measures("/api/configs/oidc/registration/initial-access-tokens")
  void thePagesOfTokens() {
    comparePages(
        "initial access tokens", 200, (db, page) -> new InitialAccessTokenStore(db).list(ID, page));
  }
}
