package io.gatehouse.account.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.testing.SignedInPeople;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By what people sign in, on the pages of the account centre: username, address and password. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class IdentifierPagesFlowTest {
  private static final String STRONG = "nine-Loud_cranes";

  @Inject AccountCentre centre;
  @Inject People people;
  @Inject ServerClock clock;
  @Inject SignedInPeople signedIn;

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
  void aUsernameIsChangedByTheRulesOfTheApi() {
    SignedInBrowser own = SignedInBrowser.of(user);
    own.proves("/account/username");
    String taken = String.valueOf(people.anybody().username());
    for (String bad : new String[] {"", "1one", "a b", taken}) {
      Seen refused = own.sends("/account/username", "identifier", bad);
      assertEquals(200, refused.status(), bad);
      assertTrue(refused.text().contains("id=\"identifier-error\""), refused.text());
    }
    Seen sure = own.opens("/account/username/remove");
    assertTrue(sure.text().contains(String.valueOf(user.username())), sure.text());
    Seen last = own.sends("/account/username/remove");
    assertTrue(last.text().contains("role=\"alert\""), last.text());
    String wanted = People.username();
    Seen done = own.sends("/account/username", "identifier", wanted);
    assertEquals("/account/success", done.location(), done.text());
    assertEquals(wanted, people.find(user.id()).username());
    assertTrue(own.opens(done.location()).text().contains("href=\"/account/security\""));
  }

  @Test
  void aPasswordIsReplacedAndTheOldOneIsOver() {
    SignedInBrowser own = SignedInBrowser.of(user);
    own.proves("/account/password");
    Seen weak = own.sends("/account/password", "password", "123");
    assertTrue(weak.text().contains("id=\"password-error\""), weak.text());
    Seen same = own.sends("/account/password", "password", People.PASSWORD);
    assertTrue(same.text().contains("id=\"password-error\""), same.text());
    Seen done = own.sends("/account/password", "password", STRONG);
    assertEquals("/account/success", done.location(), done.text());
    var own2 = signedIn.client(user);
    assertEquals(
        422,
        own2.post("/api/verifications/password", "{\"password\":\"" + People.PASSWORD + "\"}")
            .status());
    assertEquals(
        201,
        own2.post("/api/verifications/password", "{\"password\":\"" + STRONG + "\"}").status());
  }

  @Test
  void anAddressIsProvedBeforeItIsTheirsAndStaysSomebodyElses() {
    try (Mailbox mailbox = new Mailbox()) {
      Answer made =
          centre
              .api()
              .post(
                  "/api/connectors",
                  "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}");
      assertEquals(200, made.status(), made.text());
      try {
        changesAddress(mailbox);
      } finally {
        centre.api().delete("/api/connectors/" + made.json().path("id").asText());
      }
    }
  }

  private void changesAddress(Mailbox mailbox) {
    SignedInBrowser own = SignedInBrowser.of(user);
    own.proves("/account/email");
    assertTrue(
        own.sends("/account/email", "identifier", "no address")
            .text()
            .contains("id=\"identifier-error\""));
    String taken = address();
    people.with(null, taken);
    String free = address();
    Seen toTaken = own.sends("/account/email", "identifier", taken);
    String codeOfTaken = mailbox.code();
    Seen toFree = own.sends("/account/email", "identifier", free);
    assertEquals(toFree.location(), toTaken.location(), "an address says nothing of its owner");
    own.opens(toFree.location());
    Seen wrong = own.sends("/account/email/verification-code", "code", codeOfTaken + "1");
    assertTrue(wrong.text().contains("id=\"code-error\""), wrong.text());
    Seen soon = own.sends("/account/email/verification-code/resend");
    assertTrue(soon.text().contains("role=\"alert\""), soon.text());
    clock.pass(Duration.ofSeconds(61));
    Seen resent = own.sends("/account/email/verification-code/resend");
    assertTrue(resent.text().contains("role=\"status\""), resent.text());
    Seen done = own.sends("/account/email/verification-code", "code", mailbox.code());
    assertEquals("/account/success", done.location(), done.text());
    assertEquals(free, people.find(user.id()).primaryEmail());

    own.sends("/account/email", "identifier", taken);
    Seen refused = own.sends("/account/email/verification-code", "code", mailbox.code());
    assertTrue(refused.text().contains("id=\"identifier-error\""), refused.text());
    assertEquals(free, people.find(user.id()).primaryEmail());
    provesByCode(mailbox);
    assertTrue(own.opens("/account/email/remove").text().contains(free));
    assertEquals("/account/success", own.sends("/account/email/remove").location());
    assertNull(people.find(user.id()).primaryEmail());
  }

  /** A code to one's own address is as good as the password. */
  private void provesByCode(Mailbox mailbox) {
    SignedInBrowser other = SignedInBrowser.of(user);
    Seen asked = other.opens("/account/username");
    assertTrue(asked.text().contains("value=\"EmailVerificationCode\""), asked.text());
    String query = "?next=/account/username";
    Seen sent = other.sends("/account/proof/send" + query, "factor", "EmailVerificationCode");
    assertEquals("/account/proof/code?next=%2Faccount%2Fusername", sent.location(), sent.text());
    other.opens(sent.location());
    Seen proved = other.sends("/account/proof/code" + query, "code", mailbox.code());
    assertEquals("/account/username", proved.location(), proved.text());
    assertEquals(200, other.browser().get("/account/username").status());
  }

  private static String address() {
    return "a" + Ids.shortId() + "@example.com";
  }
}
