package io.gatehouse.oidc.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What counts once, shown many times at once; other such things are raced where they are tested.
 */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SingleUseFlowTest {
  @Inject Provider provider;

  @Test
  void aSignInThatEndsIsAnsweredWithOneCode() throws Exception {
    TestClient spa = provider.application("SPA");
    EmulatedBrowser browser = provider.browser();
    browser.get(spa.authorizationUrl());
    String back = provider.signedIn().byPage(browser, spa.id, provider.person());
    List<String> locations = Provider.atOnce(16, () -> Provider.location(browser.copy().get(back)));
    List<String> codes = locations.stream().filter(at -> at.contains("code=")).toList();
    assertEquals(1, codes.size(), locations.toString());
    assertEquals(
        200,
        spa.exchange(Provider.present(TestClient.query(codes.getFirst()).get("code"))).status());
  }

  @Test
  void aCodeForAnAddressIsAcceptedOnce() throws Exception {
    try (Mailbox mailbox = new Mailbox()) {
      ApiClient api = provider.api();
      provider.made(
          "/api/connectors",
          "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}");
      String address = provider.person() + "@example.org";
      ApiClient.Answer sent =
          api.post("/api/verification-codes", "{\"email\":\"" + address + "\"}");
      assertEquals(204, sent.status(), sent.text());
      String shown =
          "{\"email\":\"%s\",\"verificationCode\":\"%s\"}".formatted(address, mailbox.code());
      List<Integer> statuses =
          Provider.atOnce(16, () -> api.post("/api/verification-codes/verify", shown).status());
      assertEquals(1, statuses.stream().filter(status -> status == 204).count());
      assertTrue(statuses.stream().allMatch(status -> status == 204 || status == 400));
    }
  }
}
