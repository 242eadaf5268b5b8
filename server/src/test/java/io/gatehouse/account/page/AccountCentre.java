package io.gatehouse.account.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.testing.SignedInPeople;
import jakarta.inject.Singleton;

/** The account centre as its administrator sets it, from one test to the next. */
@Singleton
class AccountCentre {
  private final ApiClients clients;
  private final ServerClock clock;

  AccountCentre(ApiClients clients, ServerClock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /** People may see and change everything. */
  void open() {
    may(SignedInPeople.everything());
  }

  /** It is switched off, as it is where nobody has set it, and the clock goes right again. */
  void close() {
    clock.reset();
    may(
        """
        {"enabled":false,"fields":{},"deleteAccountUrl":null,"customCss":null,"profileFields":null}
        """);
  }

  void may(String settings) {
    Answer changed = api().patch("/api/account-center", settings);
    assertEquals(200, changed.status(), changed.text());
  }

  /** Calls of the administrator. */
  ApiClient api() {
    return clients.management();
  }
}
