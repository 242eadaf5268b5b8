package io.gatehouse.account.page;

import static io.gatehouse.testing.SignedInPeople.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
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

/** What people tell of themselves, on the pages of the account centre. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ProfilePageFlowTest {
  @Inject AccountCentre centre;
  @Inject People people;
  @Inject ApiClients clients;
  @Inject Db db;

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
  void aProfileIsChangedFieldByField() {
    SignedInBrowser own = SignedInBrowser.of(user, "/account/profile");
    own.opens("/account/profile");
    Seen wrong = own.sends("/account/profile", "name", "Mira", "website", "no address");
    assertTrue(wrong.text().contains("id=\"website-error\""), wrong.text());
    assertTrue(wrong.text().contains("value=\"Mira\""), wrong.text());
    Seen done =
        own.sends("/account/profile", "name", "Mira", "nickname", "M", "birthdate", "1990-05-01");
    assertEquals("/account/success?next=%2Faccount", done.location(), done.text());
    assertTrue(own.opens(done.location()).text().contains("href=\"/account\""));
    User changed = people.find(user.id());
    assertEquals("Mira", changed.name());
    assertEquals("M", changed.profile().path("nickname").asText());
    assertEquals("1990-05-01", changed.profile().path("birthdate").asText());
    own.sends("/account/profile", "name", "", "nickname", "");
    User emptied = people.find(user.id());
    assertNull(emptied.name());
    assertEquals("", emptied.profile().path("nickname").asText());
    centre.may(settings("name", "ReadOnly", "profile", "Edit"));
    own.opens("/account/profile");
    own.sends("/account/profile", "name", "Nobody", "nickname", "N");
    assertNull(people.find(user.id()).name());
    assertEquals("N", people.find(user.id()).profile().path("nickname").asText());
  }

  @Test
  void aPictureIsUploadedReplacedAndRemoved() {
    SignedInBrowser own = SignedInBrowser.of(user);
    own.opens("/account/profile/picture");
    Seen nothing = own.browser().attach("/account/profile/picture", "", "");
    assertTrue(nothing.text().contains("id=\"file-error\""), nothing.text());
    Seen text = own.browser().attach("/account/profile/picture", "me.gif", "no picture");
    assertTrue(text.text().contains("id=\"file-error\""), text.text());
    String first = pictured(own, "GIF89a one");
    assertEquals(200, own.browser().get(first).status());
    String second = pictured(own, "GIF89a two");
    assertEquals(404, own.browser().get(first).status(), "what is nobody's is not kept");
    assertTrue(own.opens("/account").text().contains("src=\"" + Browser.ENDPOINT + second));
    own.opens("/account/profile/picture");
    own.browser().forgetFormToken();
    assertEquals(403, own.browser().attach("/account/profile/picture", "x.gif", "GIF89a").status());
    own.opens("/account/profile/picture");
    own.sends("/account/profile/picture/remove");
    assertNull(people.find(user.id()).avatar());
    assertEquals(404, own.browser().get(second).status());
    centre.may(settings("avatar", "ReadOnly"));
    assertEquals(403, own.opens("/account/profile/picture").status());
    assertFalse(own.opens("/account/profile").text().contains("/account/profile/picture"));
  }

  @Test
  void thePicturesOfSomebodyWhoIsDeletedGoToo() {
    SignedInBrowser own = SignedInBrowser.of(user);
    String picture = pictured(own, "GIF89a gone");
    assertEquals(200, new Browser().get(picture).status());
    assertEquals(204, clients.management().delete("/api/users/" + user.id()).status());
    assertEquals(404, new Browser().get(picture).status());
    int left =
        db.one(
            TenantId.DEFAULT,
            "select count(*) as n from user_assets where tenant_id = ? and created_by = ?",
            row -> row.integer("n"),
            TenantId.DEFAULT,
            user.id());
    assertEquals(0, left);
  }

  /** Where the new picture is. */
  private String pictured(SignedInBrowser own, String content) {
    own.opens("/account/profile/picture");
    Seen done = own.browser().attach("/account/profile/picture", "me.gif", content);
    assertEquals("/account/success?next=%2Faccount%2Fprofile", done.location(), done.text());
    String address = String.valueOf(people.find(user.id()).avatar());
    assertTrue(address.startsWith(Browser.ENDPOINT + "/user-assets/"), address);
    return address.substring(Browser.ENDPOINT.length());
  }

  @Test
  void theProfileHasTheFieldsOfTheAccountCentreInItsOwnOrder() {
    String boat = "boat" + Ids.shortId();
    String crew = "crew" + Ids.shortId();
    for (String name : new String[] {boat, crew}) {
      Answer made =
          centre
              .api()
              .post(
                  "/api/custom-profile-fields",
                  "{\"name\":\"%s\",\"type\":\"Text\",\"label\":\"%s\",\"required\":false}"
                      .formatted(name, name));
      assertEquals(201, made.status(), made.text());
    }
    try {
      centre.may("{\"profileFields\":[{\"name\":\"%s\"},{\"name\":\"%s\"}]}".formatted(crew, boat));
      SignedInBrowser own = SignedInBrowser.of(user);
      String page = own.opens("/account/profile").text();
      int first = page.indexOf("name=\"" + crew + "\"");
      assertTrue(first > 0 && first < page.indexOf("name=\"" + boat + "\""), page);
      assertFalse(page.contains("name=\"nickname\""), page);
      own.sends("/account/profile", crew, "four", boat, "sloop");
      assertEquals("sloop", people.find(user.id()).customData().path(boat).asText());
    } finally {
      centre.may("{\"profileFields\":null}");
      centre.api().delete("/api/custom-profile-fields/" + boat);
      centre.api().delete("/api/custom-profile-fields/" + crew);
    }
  }
}
