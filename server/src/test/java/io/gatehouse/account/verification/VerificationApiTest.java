package io.gatehouse.account.verification;

import static io.gatehouse.testing.SignedInPeople.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.testing.SignedInPeople;
import io.gatehouse.testing.SignedInPeople.Own;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people prove, and what a proved address is good for. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class VerificationApiTest {
  private static final String ACCOUNT = "/api/my-account";
  private static final String EMAIL = "/api/my-account/primary-email";
  private static final String PASSWORD = "/api/verifications/password";
  private static final String CODE = "/api/verifications/verification-code";
  private static final String VERIFY = CODE + "/verify";
  private static final String KNOWN = "{\"password\":\"" + People.PASSWORD + "\"}";
  private static final String NO_PROOF = "verification_record.permission_denied";
  private static final String NOT_FOUND = "verification_record.not_found";

  @Inject ApiClients clients;
  @Inject SignedInPeople signedIn;
  @Inject People people;
  @Inject ServerClock clock;
  private final Mailbox mailbox = new Mailbox();
  private ApiClient management;
  private String connector = "";
  private final String mail = address();
  private User user;
  private Own own;

  @BeforeEach
  void open() {
    management = clients.management();
    management.patch("/api/account-center", SignedInPeople.everything());
    Answer made =
        management.post(
            "/api/connectors",
            "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}");
    assertEquals(200, made.status(), made.text());
    connector = made.json().path("id").asText();
    user = people.with(People.username(), mail);
    own = signedIn.client(user);
  }

  @AfterEach
  void close() {
    clock.reset();
    management = clients.management();
    management.delete("/api/connectors/" + connector);
    management.patch("/api/account-center", "{\"enabled\":false,\"fields\":{}}");
    mailbox.close();
  }

  private static String address() {
    return "a" + Ids.shortId() + "@example.com";
  }

  private static String to(String address) {
    return "\"identifier\":{\"type\":\"email\",\"value\":\"" + address + "\"}";
  }

  private String send(Own sender, String address) {
    Answer sent = sender.post(CODE, "{" + to(address) + "}");
    assertEquals(201, sent.status(), sent.text());
    return sent.json().path("verificationRecordId").asText();
  }

  private Answer verify(Own reader, String address, String id, String code) {
    return reader.post(
        VERIFY, "{%s,\"verificationId\":\"%s\",\"code\":\"%s\"}".formatted(to(address), id, code));
  }

  private String provedAddress(Own owner, String address) {
    String id = send(owner, address);
    Answer verified = verify(owner, address, id, mailbox.code());
    assertEquals(200, verified.status(), verified.text());
    assertEquals(id, verified.json().path("verificationRecordId").asText());
    return id;
  }

  private static String email(String address, String proof) {
    return "{\"email\":\"%s\",\"newIdentifierVerificationRecordId\":\"%s\"}"
        .formatted(address, proof);
  }

  @Test
  void thePasswordProvesForTenMinutes() {
    Answer wrong = own.post(PASSWORD, "{\"password\":\"guess\"}");
    assertEquals(422, wrong.status());
    assertEquals("session.invalid_credentials", wrong.code());
    Answer right = own.post(PASSWORD, KNOWN);
    assertEquals(201, right.status(), right.text());
    Instant end = Instant.parse(right.json().path("expiresAt").asText());
    assertTrue(Duration.between(clock.instant(), end).toMinutes() >= 9);
    Own proved = own.with(right.json().path("verificationRecordId").asText());
    assertEquals(200, proved.patch(ACCOUNT, rename()).status());
    assertEquals(200, proved.patch(ACCOUNT, rename()).status(), "it counts more than once");
    clock.pass(Duration.ofMinutes(10).plusSeconds(1));
    assertEquals(NO_PROOF, proved.patch(ACCOUNT, rename()).code());
  }

  private static String rename() {
    return "{\"username\":\"" + People.username() + "\"}";
  }

  @Test
  void aProofIsNobodyElses() {
    String id = own.proved().proofId();
    Own other = signedIn.client(people.anybody());
    assertEquals(NO_PROOF, other.with(id).patch(ACCOUNT, rename()).code());
    String wanted = address();
    String sent = send(own, wanted);
    assertEquals(NOT_FOUND, verify(other, wanted, sent, mailbox.code()).code());
    assertEquals(200, verify(own, wanted, sent, mailbox.code()).status());
    Answer taken = other.proved().post(EMAIL, email(wanted, sent));
    assertEquals(400, taken.status());
    assertEquals(NOT_FOUND, taken.code());
  }

  @Test
  void anUnprovedCodeProvesNothing() {
    String id = send(own, mail);
    assertEquals("UserPermissionValidation", type());
    assertEquals(NO_PROOF, own.with(id).patch(ACCOUNT, rename()).code());
    Answer wrong = verify(own, mail, id, "nope");
    assertEquals(400, wrong.status());
    assertEquals("verification_code.code_mismatch", wrong.code());
    assertEquals(
        "verification_code.email_mismatch", verify(own, address(), id, mailbox.code()).code());
    assertEquals(NOT_FOUND, verify(own, mail, "unknown", "1").code());
    Answer phone =
        own.post(
            VERIFY,
            "{\"identifier\":{\"type\":\"phone\",\"value\":\"123456\"},\"verificationId\":\"%s\",\"code\":\"1\"}"
                .formatted(id));
    assertEquals(NOT_FOUND, phone.code());
    assertEquals(200, verify(own, mail, id, mailbox.code()).status());
    assertEquals(200, own.with(id).patch(ACCOUNT, rename()).status());
    assertEquals("verification_code.not_found", verify(own, mail, id, mailbox.code()).code());
  }

  private String type() {
    return mailbox.received().getLast().path("type").asText();
  }

  @Test
  void onlyACodeForThatProvesWhoOneIs() {
    Answer bind = own.post(CODE, "{" + to(mail) + ",\"templateType\":\"BindMfa\"}");
    assertEquals(201, bind.status(), bind.text());
    assertEquals("BindMfa", type());
    String id = bind.json().path("verificationRecordId").asText();
    assertEquals(200, verify(own, mail, id, mailbox.code()).status());
    assertEquals(NO_PROOF, own.with(id).patch(ACCOUNT, rename()).code());
    String wanted = address();
    String other = provedAddress(own, wanted);
    assertEquals("BindNewIdentifier", type());
    assertEquals(NO_PROOF, own.with(other).patch(ACCOUNT, rename()).code());
  }

  @Test
  void aProvedAddressBecomesTheAccountsOnce() {
    String wanted = address();
    String proof = provedAddress(own, wanted);
    Answer unproved = own.post(EMAIL, email(wanted, proof));
    assertEquals(401, unproved.status());
    assertEquals(NO_PROOF, unproved.code());
    Own proved = own.proved();
    assertEquals(NOT_FOUND, proved.post(EMAIL, email(address(), proof)).code());
    assertEquals(NOT_FOUND, proved.post(EMAIL, email(wanted, "unknown")).code());
    assertEquals(NOT_FOUND, proved.post(EMAIL, email(wanted, proved.proofId())).code());
    assertEquals(NOT_FOUND, proved.post(EMAIL, email(wanted, send(own, wanted))).code());
    assertEquals(204, proved.post(EMAIL, email(wanted, proof)).status());
    assertEquals(wanted, own.get(ACCOUNT).json().path("primaryEmail").asText());
    assertEquals(NOT_FOUND, proved.post(EMAIL, email(wanted, proof)).code());
  }

  @Test
  void anAddressOfAnotherPersonIsRefusedAndTheProofStays() {
    String wanted = address();
    people.with(null, wanted);
    String proof = provedAddress(own, wanted);
    Own proved = own.proved();
    Answer taken = proved.post(EMAIL, email(wanted, proof));
    assertEquals(422, taken.status());
    assertEquals("user.email_already_in_use", taken.code());
    assertEquals("user.email_already_in_use", proved.post(EMAIL, email(wanted, proof)).code());
  }

  @Test
  void theChecksOfAnAddressComeInOrder() {
    String body = email(address(), "unknown");
    Own bare = signedIn.client(user, "openid");
    management.patch("/api/account-center", settings("email", "ReadOnly"));
    assertEquals(NO_PROOF, bare.post(EMAIL, body).code());
    Own proved = bare.proved();
    assertEquals("account_center.field_not_editable", proved.post(EMAIL, body).code());
    assertEquals("account_center.field_not_editable", proved.delete(EMAIL).code());
    management.patch("/api/account-center", settings("email", "Edit", "phone", "Edit"));
    Answer scope = proved.post(EMAIL, body);
    assertEquals(400, scope.status());
    assertEquals("auth.unauthorized", scope.code());
    assertEquals("auth.unauthorized", proved.delete("/api/my-account/primary-phone").code());
    assertEquals("guard.invalid_input", bare.post(EMAIL, "{\"email\":\"a\"}").code());
    management.patch(
        "/api/sign-in-exp", "{\"emailBlocklistPolicy\":{\"blockSubaddressing\":true}}");
    Own full = own.proved();
    Answer blocked = full.post(EMAIL, email("a+b@example.com", "unknown"));
    assertEquals("session.email_blocklist.email_subaddressing_not_allowed", blocked.code());
    assertEquals(422, own.post(CODE, "{" + to("a+b@example.com") + "}").status());
    management.patch("/api/sign-in-exp", "{\"emailBlocklistPolicy\":{}}");
  }

  @Test
  void anAddressIsGivenUpUnlessItIsTheLastWay() {
    Own proved = own.proved();
    assertEquals(204, proved.delete(EMAIL).status());
    assertTrue(own.get(ACCOUNT).json().path("primaryEmail").isNull());
    User only = people.with(null, address());
    Answer refused = signedIn.client(only).proved().delete(EMAIL);
    assertEquals(400, refused.status());
    assertEquals("user.last_sign_in_method_required", refused.code());
    assertEquals(204, proved.delete("/api/my-account/primary-phone").status());
  }

  @Test
  void whatCannotBeSentIsNoProof() {
    assertEquals(
        "guard.invalid_input",
        own.post(CODE, "{\"identifier\":{\"type\":\"email\",\"value\":\"a\"}}").code());
    assertEquals(
        "guard.invalid_input",
        own.post(CODE, "{" + to(address()) + ",\"templateType\":\"SignIn\"}").code());
    management.delete("/api/connectors/" + connector);
    Answer none = own.post(CODE, "{" + to(address()) + "}");
    assertEquals(501, none.status());
    assertEquals("connector.not_found", none.code());
  }

  @Test
  void ofSixteenAtOnceOneProvesTheCode() throws Exception {
    String wanted = address();
    String id = send(own, wanted);
    assertEquals(1, winners(() -> verify(own, wanted, id, mailbox.code()).status() == 200));
  }

  @Test
  void ofSixteenAtOnceOneUsesTheProofUp() throws Exception {
    String wanted = address();
    String proof = provedAddress(own, wanted);
    Own proved = own.proved();
    assertEquals(1, winners(() -> proved.post(EMAIL, email(wanted, proof)).status() == 204));
  }

  private static int winners(Callable<Boolean> attempt) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int won = 0;
      for (var each : threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> attempt).toList())) {
        won += each.get() ? 1 : 0;
      }
      return won;
    }
  }

  @Test
  void tooManyMessagesAndTooManyGuessesAreTold() {
    try (HookReceiver receiver = new HookReceiver()) {
      Answer hook =
          management.post(
              "/api/hooks",
              "{\"name\":\"h\",\"events\":[\"Message.RateLimited\",\"Identifier.Lockout\"],\"config\":{\"url\":\"%s\"}}"
                  .formatted(receiver.url()));
      management.patch("/api/sign-in-exp", "{\"sentinelPolicy\":{\"maxAttempts\":3}}");
      String flooded = address();
      for (int i = 0; i < 10; i++) {
        send(own, flooded);
      }
      Answer limited = own.post(CODE, "{" + to(flooded) + "}");
      assertEquals(429, limited.status());
      assertEquals("request.message_rate_limited", limited.code());
      JsonNode told = receiver.await("Message.RateLimited").json();
      assertEquals(flooded, told.path("recipient").asText());
      assertEquals("VerificationCodeSend", told.path("action").asText());
      for (int i = 0; i < 3; i++) {
        own.post(PASSWORD, "{\"password\":\"guess\"}");
      }
      Answer locked = own.post(PASSWORD, KNOWN);
      assertEquals(400, locked.status());
      assertEquals("session.verification_blocked_too_many_attempts", locked.code());
      JsonNode lockout = receiver.await(each -> each.event().equals("Identifier.Lockout")).json();
      assertEquals(user.id(), lockout.path("value").asText());
      management.delete("/api/hooks/" + hook.json().path("id").asText());
    } finally {
      management.patch("/api/sign-in-exp", "{\"sentinelPolicy\":{}}");
    }
  }
}
