package io.gatehouse.account.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.SignedInPeople;
import io.gatehouse.testing.SignedInPeople.Own;
import io.gatehouse.testing.SoftAuthenticator;
import io.gatehouse.testing.StandInProvider;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every change that people make of their own account is told, once, with what it has become. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AccountEventsApiTest {
  private static final String ACCOUNT = "/api/my-account";
  private static final String FACTORS = ACCOUNT + "/mfa-verifications";
  private static final String PROOFS = "/api/verifications";

  @Inject ApiClients clients;
  @Inject SignedInPeople signedIn;
  @Inject People people;
  private final HookReceiver receiver = new HookReceiver();
  private final Mailbox mails = new Mailbox();
  private final Mailbox phones = new Mailbox();
  private final StandInProvider provider = new StandInProvider();
  private final String target = "t" + Ids.shortId();
  private ApiClient management;
  private String hook = "";
  private String mailer = "";
  private String texter = "";
  private String social = "";
  private User user;
  private Own own;
  private int told;

  @BeforeEach
  void open() {
    management = clients.management();
    management.patch("/api/account-center", SignedInPeople.everything());
    management.patch(
        "/api/sign-in-exp",
        "{\"mfa\":{\"factors\":[\"Totp\",\"BackupCode\",\"WebAuthn\"],\"policy\":\"UserControlled\"}}");
    hook =
        made(
            "/api/hooks",
            "{\"name\":\"h\",\"events\":[\"User.Data.Updated\"],\"config\":{\"url\":\"%s\"}}"
                .formatted(receiver.url()));
    mailer =
        made(
            "/api/connectors",
            "{\"connectorId\":\"http-email\",\"config\":" + mails.config() + "}");
    texter =
        made(
            "/api/connectors", "{\"connectorId\":\"http-sms\",\"config\":" + phones.config() + "}");
    social =
        made(
            "/api/connectors",
            "{\"connectorId\":\"oauth2\",\"config\":%s,\"metadata\":{\"target\":\"%s\",\"name\":{\"en\":\"x\"}}}"
                .formatted(provider.config(), target));
    user = people.anybody();
    own = signedIn.client(user).proved();
  }

  @AfterEach
  void close() {
    management = clients.management();
    management.delete("/api/hooks/" + hook);
    for (String connector : new String[] {mailer, texter, social}) {
      management.delete("/api/connectors/" + connector);
    }
    management.patch(
        "/api/sign-in-exp", "{\"mfa\":{\"factors\":[],\"policy\":\"UserControlled\"}}");
    management.patch("/api/account-center", "{\"enabled\":false,\"fields\":{}}");
    receiver.close();
    mails.close();
    phones.close();
    provider.close();
  }

  @Test
  void whatIsChangedOfTheProfileIsTold() {
    tells("name", own.patch(ACCOUNT, "{\"name\":\"Told\"}"), "/name", "Told");
    tells(
        "profile",
        own.patch(ACCOUNT + "/profile", "{\"nickname\":\"N\"}"),
        "/profile/nickname",
        "N");
    tells(
        "password",
        own.post(ACCOUNT + "/password", "{\"password\":\"seven-Dry_camels\"}"),
        "/name",
        "Told");
    String email = "e" + Ids.shortId() + "@example.org";
    tells("an e-mail address", address("email", email, mails), "/primaryEmail", email);
    tells("none", own.delete(ACCOUNT + "/primary-email"), "/primaryEmail", "null");
    String phone = "4790" + Ids.digits(6);
    tells("a phone", address("phone", phone, phones), "/primaryPhone", phone);
    tells("none", own.delete(ACCOUNT + "/primary-phone"), "/primaryPhone", "null");
    silent(own.get(ACCOUNT));
    silent(own.patch(ACCOUNT, "{\"name\":1}"));
  }

  @Test
  void whatIsLinkedAndUnlinkedIsTold() {
    String first = subject();
    tells("linked", own.post(ACCOUNT + "/identities", vouched()), identity(), first);
    silent(own.post(ACCOUNT + "/identities", vouched()));
    String second = subject();
    tells("replaced", own.put(ACCOUNT + "/identities", vouched()), identity(), second);
    tells("unlinked", own.delete(ACCOUNT + "/identities/" + target), identity(), "");
  }

  @Test
  void whatIsDecidedAboutTheSecondStepAndItsFactorsAreTold() {
    tells("step", own.patch(ACCOUNT + "/mfa-settings", "{\"skipMfaOnSignIn\":true}"));
    tells("all", own.patch(ACCOUNT + "/logto-configs", "{\"mfa\":{\"skipMfaOnSignIn\":false}}"));
    String secret = own.post(FACTORS + "/totp-secret/generate", "").json().path("secret").asText();
    tells("app", own.post(FACTORS, "{\"type\":\"Totp\",\"secret\":\"" + secret + "\"}"));
    JsonNode codes = own.post(FACTORS + "/backup-codes/generate", "").json().path("codes");
    tells("codes", own.post(FACTORS, "{\"type\":\"BackupCode\",\"codes\":" + codes + "}"));
    tells(
        "passkey",
        own.post(
            FACTORS,
            "{\"type\":\"WebAuthn\",\"newIdentifierVerificationRecordId\":\"" + passkey() + "\"}"));
    String key = factor("WebAuthn");
    tells("name", own.patch(FACTORS + "/" + key + "/name", "{\"name\":\"Mine\"}"));
    tells("none", own.delete(FACTORS + "/" + key));
    silent(own.delete(FACTORS + "/" + key));
  }

  private void tells(String what, Answer change) {
    tells(what, change, "/id", user.id());
  }

  /** The change succeeds, and one more event is there, with the member. */
  private void tells(String what, Answer change, String member, String value) {
    assertEquals(2, change.status() / 100, what + change.text());
    told++;
    JsonNode last = receiver.await(each -> events() >= told && isOurs(each)).json();
    assertEquals("User.Data.Updated", last.path("event").asText(), what);
    assertEquals(told, events(), what);
    assertEquals(value, ours().at("/data" + member).asText(), what + ours());
  }

  private void silent(Answer answer) {
    assertEquals(told, events(), answer.text());
  }

  private int events() {
    return (int) receiver.received().stream().filter(this::isOurs).count();
  }

  private JsonNode ours() {
    return receiver.received().stream().filter(this::isOurs).toList().getLast().json();
  }

  private boolean isOurs(HookReceiver.Received each) {
    return each.json().at("/data/id").asText().equals(user.id());
  }

  private String made(String path, String body) {
    Answer answer = management.post(path, body);
    assertEquals(2, answer.status() / 100, answer.text());
    return answer.json().path("id").asText();
  }

  private Answer address(String type, String value, Mailbox mailbox) {
    String identifier = "\"identifier\":{\"type\":\"%s\",\"value\":\"%s\"}".formatted(type, value);
    Answer sent = own.post(PROOFS + "/verification-code", "{" + identifier + "}");
    String id = sent.json().path("verificationRecordId").asText();
    own.post(
        PROOFS + "/verification-code/verify",
        "{%s,\"verificationId\":\"%s\",\"code\":\"%s\"}".formatted(identifier, id, mailbox.code()));
    return own.post(
        ACCOUNT + "/primary-" + type,
        "{\"%s\":\"%s\",\"newIdentifierVerificationRecordId\":\"%s\"}".formatted(type, value, id));
  }

  private String identity() {
    return "/identities/" + target + "/userId";
  }

  private String subject() {
    String subject = "s-" + Ids.shortId();
    provider.person("{\"sub\":\"" + subject + "\"}");
    return subject;
  }

  /** The body that names a proof of the account at the provider. */
  private String vouched() {
    String id =
        own.post(
                PROOFS + "/social",
                "{\"connectorId\":\"%s\",\"state\":\"s\",\"redirectUri\":\"https://a.example/cb\"}"
                    .formatted(social))
            .json()
            .path("verificationRecordId")
            .asText();
    own.post(
        PROOFS + "/social/verify",
        "{\"verificationRecordId\":\"%s\",\"connectorData\":{\"state\":\"s\",\"code\":\"c0de\",\"redirectUri\":\"https://a.example/cb\"}}"
            .formatted(id));
    return "{\"newIdentifierVerificationRecordId\":\"" + id + "\"}";
  }

  private String passkey() {
    JsonNode begun = own.post(PROOFS + "/web-authn/registration", "").json();
    String id = begun.path("verificationRecordId").asText();
    own.post(
        PROOFS + "/web-authn/registration/verify",
        "{\"verificationRecordId\":\"%s\",\"payload\":%s}"
            .formatted(id, SoftAuthenticator.es256().make(begun.path("registrationOptions"))));
    return id;
  }

  private String factor(String type) {
    for (JsonNode each : own.get(FACTORS).json()) {
      if (each.path("type").asText().equals(type)) {
        return each.path("id").asText();
      }
    }
    throw new AssertionError("no " + type);
  }
}
