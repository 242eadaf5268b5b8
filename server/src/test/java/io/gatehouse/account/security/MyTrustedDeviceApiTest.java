package io.gatehouse.account.security;

import static io.gatehouse.testing.SignedInPeople.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.SignedInPeople;
import io.gatehouse.testing.SignedInPeople.Own;
import io.gatehouse.user.User;
import io.gatehouse.user.device.Browser;
import io.gatehouse.user.device.DeviceCookie;
import io.gatehouse.user.device.TrustedDevices;
import io.gatehouse.user.device.TrustedDevices.Held;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class MyTrustedDeviceApiTest {
  private static final String DEVICES = "/api/my-account/trusted-devices";

  @Inject ApiClients clients;
  @Inject SignedInPeople signedIn;
  @Inject People people;
  @Inject TrustedDevices devices;
  private User user;
  private Own own;
  private Held first;
  private Held second;

  @BeforeEach
  void open() {
    clients.management().patch("/api/account-center", SignedInPeople.everything());
    user = people.anybody();
    own = signedIn.client(user).proved();
    first = trusted(new Browser("Firefox", "FR", "Lyon"));
    second = trusted(new Browser("Chromium", null, null));
  }

  @AfterEach
  void close() {
    clients.management().patch("/api/account-center", "{\"enabled\":false,\"fields\":{}}");
  }

  @Test
  void oneSeesOnesOwnInPagesAndWhichIsAtHand() {
    Answer page = own.get(DEVICES + "?page_size=1");
    assertEquals("2", page.header("Total-Number"));
    JsonNode latest = page.json().get(0);
    assertEquals(second.device().id(), latest.path("id").asText());
    assertEquals("Chromium", latest.path("userAgent").asText());
    assertTrue(latest.get("country").isNull());
    assertEquals(second.device().expiresAt().toEpochMilli(), latest.path("expiresAt").asLong());
    assertFalse(latest.path("isCurrent").asBoolean());
    JsonNode all = here("GET", DEVICES).json();
    assertTrue(all.at("/1/isCurrent").asBoolean(), all.toString());
    assertEquals("Lyon", all.at("/1/city").asText());
    assertFalse(all.toString().contains(first.secret()));
    assertEquals(
        0, signedIn.client(people.anybody()).proved().get(DEVICES).json().size(), "of others");
  }

  @Test
  void oneRemovesOnesOwnAndTheBrowserAtHandLosesItsCookie() {
    try (HookReceiver receiver = new HookReceiver()) {
      String hook =
          clients
              .management()
              .post(
                  "/api/hooks",
                  "{\"events\":[\"TrustedDevice.Deleted\"],\"config\":{\"url\":\"%s\"}}"
                      .formatted(receiver.url()))
              .json()
              .path("id")
              .asText();
      Answer other = here("DELETE", DEVICES + "/" + second.device().id());
      assertEquals(204, other.status(), other.text());
      assertNull(other.header("Set-Cookie"));
      Answer current = here("DELETE", DEVICES + "/" + first.device().id());
      assertEquals(DeviceCookie.cleared(tenant(), user.id()), current.header("Set-Cookie"));
      Answer gone = here("DELETE", DEVICES + "/" + first.device().id());
      assertEquals(404, gone.status());
      assertEquals("entity.not_found", gone.code());
      JsonNode told =
          receiver
              .await(each -> each.json().at("/data/id").asText().equals(second.device().id()))
              .json();
      assertEquals(user.id(), told.at("/data/userId").asText());
      assertTrue(told.at("/data/expiresAt").isNumber());
      assertFalse(told.has("ip"));
      clients.management().delete("/api/hooks/" + hook);
    }
  }

  @Test
  void itTakesAProofTheScopeAndTheTenantsWill() {
    assertEquals(
        "verification_record.permission_denied", signedIn.client(user).get(DEVICES).code());
    Own poor = signedIn.client(user, "openid profile").with(own.proofId());
    assertEquals(401, poor.get(DEVICES).status());
    String stranger = DEVICES + "/" + first.device().id();
    assertEquals(404, signedIn.client(people.anybody()).proved().delete(stranger).status());
    clients.management().patch("/api/account-center", settings("trustedDevice", "ReadOnly"));
    assertEquals(200, own.get(DEVICES).status());
    assertEquals("account_center.field_not_editable", own.delete(stranger).code());
    clients.management().patch("/api/account-center", settings("session", "Edit"));
    assertEquals("account_center.field_not_enabled", own.get(DEVICES).code());
  }

  @Test
  void administratorsSeeAndRemoveThem() {
    String path = "/api/users/" + user.id() + "/trusted-devices";
    Answer list = clients.management().get(path);
    assertEquals("2", list.header("Total-Number"));
    assertFalse(list.json().get(0).has("isCurrent"));
    assertEquals(404, clients.management().get("/api/users/nobody/trusted-devices").status());
    String id = first.device().id();
    assertEquals(204, clients.management().delete(path + "/" + id).status());
    assertEquals("entity.not_found", clients.management().delete(path + "/" + id).code());
    assertEquals(1, clients.management().get(path).json().size());
  }

  private Held trusted(Browser browser) {
    return devices.trust(TenantId.DEFAULT, user.id(), browser, null).orElseThrow();
  }

  /** Calls from the browser that was trusted first. */
  private Answer here(String method, String path) {
    return own.api()
        .send(
            method,
            path,
            null,
            "logto-verification-id",
            own.proofId(),
            "Cookie",
            DeviceCookie.name(tenant(), user.id()) + "=" + first.secret());
  }

  private static Tenant tenant() {
    return new Tenant(TenantId.DEFAULT, URI.create(io.gatehouse.testing.Browser.ENDPOINT));
  }
}
