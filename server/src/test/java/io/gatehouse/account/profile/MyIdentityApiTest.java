package io.gatehouse.account.profile;

import static io.gatehouse.testing.SignedInPeople.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.testing.SignedInPeople;
import io.gatehouse.testing.SignedInPeople.Own;
import io.gatehouse.testing.StandInProvider;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts at social providers: proved, linked, unlinked, and the tokens that came with them. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class MyIdentityApiTest {
  private static final String ACCOUNT = "/api/my-account";
  private static final String IDENTITIES = "/api/my-account/identities";
  private static final String SOCIAL = "/api/verifications/social";
  private static final String NO_PROOF = "verification_record.permission_denied";
  private static final String NOT_FOUND = "verification_record.not_found";

  @Inject ApiClients clients;
  @Inject SignedInPeople signedIn;
  @Inject People people;
  @Inject ServerClock clock;
  private final StandInProvider provider = new StandInProvider();
  private final String target = "t" + Ids.shortId();
  private final String subject = "s-" + Ids.shortId();
  private ApiClient management;
  private String connector = "";
  private User user;
  private Own own;

  @BeforeEach
  void open() {
    management = clients.management();
    management.patch("/api/account-center", SignedInPeople.everything());
    Answer made =
        management.post(
            "/api/connectors",
            "{\"connectorId\":\"oauth2\",\"config\":%s,\"enableTokenStorage\":true,\"metadata\":{\"target\":\"%s\",\"name\":{\"en\":\"x\"}}}"
                .formatted(provider.config(), target));
    assertEquals(200, made.status(), made.text());
    connector = made.json().path("id").asText();
    provider.person("{\"sub\":\"" + subject + "\"}");
    user = people.anybody();
    own = signedIn.client(user);
  }

  @AfterEach
  void close() {
    clock.reset();
    management = clients.management();
    management.delete("/api/connectors/" + connector);
    management.patch("/api/account-center", "{\"enabled\":false,\"fields\":{}}");
    provider.close();
  }

  private String depart(Own person) {
    Answer departed =
        person.post(
            SOCIAL,
            "{\"connectorId\":\"%s\",\"state\":\"s\",\"redirectUri\":\"https://a.example/cb\",\"scope\":\"more\"}"
                .formatted(connector));
    assertEquals(201, departed.status(), departed.text());
    String address = departed.json().path("authorizationUri").asText();
    assertTrue(address.contains("scope=more"), address);
    assertTrue(departed.json().path("expiresAt").isTextual());
    return departed.json().path("verificationRecordId").asText();
  }

  private Answer arrive(Own person, String id) {
    return person.post(
        SOCIAL + "/verify",
        "{\"verificationRecordId\":\"%s\",\"connectorData\":{\"state\":\"s\",\"code\":\"c0de\",\"redirectUri\":\"https://a.example/cb\"}}"
            .formatted(id));
  }

  private String vouched(Own person) {
    String id = depart(person);
    Answer arrived = arrive(person, id);
    assertEquals(200, arrived.status(), arrived.text());
    return arrived.json().path("verificationRecordId").asText();
  }

  private static String by(String id) {
    return "{\"newIdentifierVerificationRecordId\":\"" + id + "\"}";
  }

  @Test
  void anAccountThatWasProvedIsLinkedOnceAndUnlinked() {
    String proof = vouched(own);
    Answer unproved = own.post(IDENTITIES, by(proof));
    assertEquals(401, unproved.status());
    assertEquals(NO_PROOF, unproved.code());
    Own proved = own.proved();
    assertEquals(204, proved.post(IDENTITIES, by(proof)).status());
    assertEquals(
        subject, own.get(ACCOUNT).json().path("identities").path(target).path("userId").asText());
    assertEquals(NOT_FOUND, proved.post(IDENTITIES, by(proof)).code());
    Answer again = proved.post(IDENTITIES, by(vouched(own)));
    assertEquals(400, again.status());
    assertEquals("user.identity_already_in_use", again.code());
    assertEquals(NO_PROOF, own.delete(IDENTITIES + "/" + target).code());
    assertEquals(204, proved.delete(IDENTITIES + "/" + target).status());
    Answer gone = proved.delete(IDENTITIES + "/" + target);
    assertEquals(404, gone.status());
    assertEquals("user.identity_not_exist", gone.code());
  }

  @Test
  void anAccountOfAnotherPersonIsRefused() {
    assertEquals(204, own.proved().post(IDENTITIES, by(vouched(own))).status());
    Own other = signedIn.client(people.anybody());
    Own proved = other.proved();
    Answer taken = proved.post(IDENTITIES, by(vouched(other)));
    assertEquals(422, taken.status());
    assertEquals("user.identity_already_in_use", taken.code());
    assertEquals(NOT_FOUND, proved.post(IDENTITIES, by(vouched(own))).code());
  }

  @Test
  void anotherAccountThereTakesItsPlaceWhereThatIsWanted() {
    Own proved = own.proved();
    assertEquals(204, proved.put(IDENTITIES, by(vouched(own))).status());
    assertEquals(200, own.get(IDENTITIES + "/" + target + "/access-token").status());
    provider.person("{\"sub\":\"another\"}");
    assertEquals(204, proved.put(IDENTITIES, by(vouched(own))).status());
    assertEquals(
        "another", own.get(ACCOUNT).json().path("identities").path(target).path("userId").asText());
  }

  @Test
  void theChecksOfAnIdentityComeInOrder() {
    Own bare = signedIn.client(user, "openid");
    management.patch("/api/account-center", settings("social", "ReadOnly"));
    assertEquals("account_center.field_not_editable", bare.post(IDENTITIES, by("x")).code());
    assertEquals(
        "account_center.field_not_editable", bare.delete(IDENTITIES + "/" + target).code());
    management.patch("/api/account-center", settings("social", "Edit"));
    Answer scope = bare.put(IDENTITIES, by("x"));
    assertEquals(401, scope.status());
    assertEquals("auth.unauthorized", scope.code());
    Answer unlink = bare.delete(IDENTITIES + "/" + target);
    assertEquals(400, unlink.status());
    assertEquals("auth.unauthorized", unlink.code());
    Own proved = own.proved();
    assertEquals(NOT_FOUND, proved.post(IDENTITIES, by("unknown")).code());
    assertEquals(NOT_FOUND, proved.post(IDENTITIES, by(depart(own))).code(), "nobody came back");
    assertEquals(NOT_FOUND, proved.post(IDENTITIES, by(proved.proofId())).code());
  }

  @Test
  void aTripIsOfOneConnectorAndOneReturn() {
    String trip = "{\"connectorId\":\"%s\",\"state\":\"%s\",\"redirectUri\":\"https://a.example\"}";
    assertEquals(
        "session.insufficient_info", own.post(SOCIAL, trip.formatted(connector, "")).code());
    Answer unknown = own.post(SOCIAL, trip.formatted("none", "s"));
    assertEquals(422, unknown.status());
    assertEquals("session.invalid_connector_id", unknown.code());
    Answer mail =
        management.post(
            "/api/connectors",
            "{\"connectorId\":\"http-email\",\"config\":{\"endpoint\":\"http://127.0.0.1:1/\"}}");
    String mailId = mail.json().path("id").asText();
    assertEquals("connector.unexpected_type", own.post(SOCIAL, trip.formatted(mailId, "s")).code());
    management.delete("/api/connectors/" + mailId);
    assertEquals(NOT_FOUND, arrive(own, "unknown").code());
    String id = depart(own);
    assertEquals(NOT_FOUND, arrive(signedIn.client(people.anybody()), id).code());
    provider.refuses(true);
    assertTrue(arrive(own, id).code().startsWith("connector."));
    provider.refuses(false);
    assertEquals("session.connector_validation_session_not_found", arrive(own, id).code());
    String late = depart(own);
    clock.pass(Duration.ofMinutes(10).plusSeconds(1));
    assertEquals(NOT_FOUND, arrive(own, late).code());
  }

  @Test
  void theProvidersTokensAreHandedOutAndRenewed() {
    String path = IDENTITIES + "/" + target + "/access-token";
    Answer none = own.get(path);
    assertEquals(404, none.status());
    assertEquals("secrets.third_party_token_set.token_not_found", none.code());
    Answer scope = signedIn.client(user, "openid").get(path);
    assertEquals(403, scope.status());
    assertEquals("auth.forbidden", scope.code());
    assertEquals(204, own.proved().post(IDENTITIES, by(vouched(own))).status());
    Answer read = own.get(path);
    assertEquals(200, read.status(), read.text());
    assertEquals("at", read.json().path("access_token").asText());
    assertEquals("Bearer", read.json().path("token_type").asText());
    assertTrue(read.json().path("expires_in").asLong() > 3_500, read.text());
    assertEquals(404, signedIn.client(people.anybody()).get(path).status());
    clock.pass(Duration.ofMinutes(61));
    own = signedIn.client(user);
    Answer expired = own.get(path);
    assertEquals(401, expired.status(), expired.text());
    assertEquals("secrets.third_party_token_set.access_token_expired", expired.code());
    assertEquals(404, own.get(path).status(), "it is forgotten");
  }

  @Test
  void anExpiredTokenIsRenewedWhereThatIsPossible() {
    String path = IDENTITIES + "/" + target + "/access-token";
    provider.refreshToken("again");
    assertEquals(204, own.proved().post(IDENTITIES, by(vouched(own))).status());
    clock.pass(Duration.ofMinutes(61));
    own = signedIn.client(user);
    provider.refuses(true);
    assertTrue(own.get(path).code().startsWith("connector."));
    provider.refuses(false);
    Answer renewed = own.get(path);
    assertEquals(200, renewed.status(), renewed.text());
    assertTrue(renewed.json().path("expires_in").asLong() > 3_500, renewed.text());
  }

  @Test
  void tokensAreBroughtAnewByAProofOfTheSameAccount() {
    String path = IDENTITIES + "/" + target + "/access-token";
    assertEquals(204, own.proved().post(IDENTITIES, by(vouched(own))).status());
    String proof = vouched(own);
    String body = "{\"verificationRecordId\":\"%s\"}";
    Answer other = own.put(IDENTITIES + "/github/access-token", body.formatted(proof));
    assertEquals(422, other.status());
    assertEquals("verification_record.social_verification.invalid_target", other.code());
    Answer kept = own.put(path, body.formatted(proof));
    assertEquals(200, kept.status(), kept.text());
    assertEquals("at", kept.json().path("access_token").asText());
    assertEquals(NOT_FOUND, own.put(path, body.formatted("unknown")).code());
    provider.person("{\"sub\":\"another\"}");
    Answer foreign = own.put(path, body.formatted(vouched(own)));
    assertEquals(422, foreign.status());
    assertEquals("user.identity_not_exists_in_current_user", foreign.code());
  }
}
