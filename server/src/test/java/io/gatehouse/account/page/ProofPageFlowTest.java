package io.gatehouse.account.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has to be proved before the pages of the account centre change anything. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ProofPageFlowTest {
  @Inject AccountCentre centre;
  @Inject People people;
  @Inject ServerClock clock;

  private User user;

  @BeforeEach
  void open() {
    centre.open();
    user = people.anybody();
  }

  @AfterEach
  void close() {
    centre.close();
  }

  @Test
  void aProofIsAskedForAndCountsForTenMinutes() {
    SignedInBrowser own = SignedInBrowser.of(user);
    Seen asked = own.opens("/account/username");
    assertTrue(asked.text().contains("name=\"password\""), asked.text());
    Seen wrong = own.sends("/account/proof?next=/account/username", "password", "guess");
    assertTrue(wrong.text().contains("id=\"password-error\""), wrong.text());
    own.proves("/account/username");
    clock.pass(Duration.ofMinutes(10).plusSeconds(1));
    Seen late = own.sends("/account/username", "identifier", People.username());
    assertEquals("/account/proof?next=%2Faccount%2Fusername", late.location(), late.text());
    assertEquals(user.username(), people.find(user.id()).username());
  }

  @Test
  void aProofLeadsOnToOurPagesOnly() {
    SignedInBrowser own = SignedInBrowser.of(user);
    own.opens("/account/proof?next=https%3A%2F%2Fevil.example%2F");
    Seen onward =
        own.sends("/account/proof?next=https%3A%2F%2Fevil.example%2F", "password", People.PASSWORD);
    assertEquals("/account", onward.location(), onward.text());
  }
}
