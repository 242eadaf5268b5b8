package io.gatehouse.signin.sso;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.testing.SignedInPeople;
import io.gatehouse.testing.SignedInPeople.Own;
import io.gatehouse.user.Users;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tokens of an enterprise's provider, handed out to the person whom they are kept for. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class EnterpriseTokenFlowTest {
  @Inject ApiClients clients;
  @Inject SignedInPeople signedIn;
  @Inject People people;
  @Inject Users users;
  @Inject ServerClock clock;
  @Inject Db db;

  private OpenIdEnterprise enterprise;
  private String path;

  @BeforeEach
  void configure() {
    clients.management().patch("/api/account-center", SignedInPeople.everything());
    enterprise = new OpenIdEnterprise(clients.management(), db);
    enterprise.change(enterprise.connector, "{\"enableTokenStorage\":true}");
    path = "/api/my-account/sso-identities/" + enterprise.connector + "/access-token";
  }

  @AfterEach
  void restore() {
    clock.reset();
    enterprise.close();
    clients.management().patch("/api/account-center", "{\"enabled\":false,\"fields\":{}}");
  }

  private Own own() {
    return signedIn.client(users.get(TenantId.DEFAULT, enterprise.owner()));
  }

  @Test
  void theyAreHandedOutToTheirPersonUntilTheyExpire() {
    enterprise.signIn(new Browser());
    Answer read = own().get(path);
    assertEquals(200, read.status(), read.text());
    assertTrue(read.json().path("access_token").isTextual(), read.text());
    assertEquals(404, signedIn.client(people.anybody()).get(path).status());
    assertEquals(
        403,
        signedIn
            .client(users.get(TenantId.DEFAULT, enterprise.owner()), "openid")
            .get(path)
            .status());
    clock.pass(Duration.ofDays(2));
    Answer expired = own().get(path);
    assertEquals(401, expired.status(), expired.text());
    assertEquals("secrets.third_party_token_set.access_token_expired", expired.code());
    assertEquals("secrets.third_party_token_set.token_not_found", own().get(path).code());
  }

  @Test
  void anExpiredOneIsRenewed() {
    enterprise.provider.refreshToken("again");
    enterprise.signIn(new Browser());
    clock.pass(Duration.ofDays(2));
    Answer renewed = own().get(path);
    assertEquals(200, renewed.status(), renewed.text());
    assertTrue(renewed.json().path("expires_in").asLong() > 0, renewed.text());
  }
}
