package io.gatehouse.account.page;

import static io.gatehouse.testing.SignedInPeople.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page from which people take along all that is kept about them. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class DataPageFlowTest {
  @Inject AccountCentre centre;
  @Inject People people;

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
  void allThatIsKeptIsTakenAlongWhereTheTenantLetsPeople() {
    centre.may(settings("name", "Edit", "data", "ReadOnly"));
    SignedInBrowser own = SignedInBrowser.of(user);
    assertTrue(own.opens("/account").text().contains("href=\"/account/data\""));
    String file = "/account/data/my-data.json";
    assertEquals("/account/proof?next=%2Faccount%2Fdata", own.browser().get(file).location());
    assertTrue(own.proves("/account/data").text().contains("href=\"" + file + "\""));
    Seen taken = own.browser().get(file);
    assertEquals("attachment; filename=\"my-data.json\"", taken.header("Content-Disposition"));
    assertEquals(user.id(), taken.json().path("account").path("id").asText(), taken.text());
    assertEquals(1, taken.json().path("sessions").size());
    centre.may(settings("name", "Edit"));
    assertEquals(404, own.browser().get(file).status());
    assertFalse(own.opens("/account").text().contains("/account/data"));
  }
}
