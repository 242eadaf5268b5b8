package io.gatehouse.account.profile;

import static io.gatehouse.testing.SignedInPeople.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.credential.PasswordHasher;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.SignedInPeople;
import io.gatehouse.testing.SignedInPeople.Own;
import io.gatehouse.user.NewUser;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class MyAccountApiTest {
  private static final String ACCOUNT = "/api/my-account";
  private static final String PROFILE = "/api/my-account/profile";
  private static final String PASSWORD = "/api/my-account/password";
  private static final String NEW = "{\"password\":\"seven-Dry_camels\"}";
  private static final String NO_PROOF = "verification_record.permission_denied";
  private static final String NOT_EDITABLE = "account_center.field_not_editable";

  @Inject ApiClients clients;
  @Inject SignedInPeople signedIn;
  @Inject People people;
  @Inject Users users;
  @Inject PasswordHasher hasher;
  private ApiClient management;
  private User user;
  private Own own;

  @BeforeEach
  void open() {
    management = clients.management();
    may(SignedInPeople.everything());
    user = people.with(People.username(), "a" + Ids.shortId() + "@example.com");
    own = signedIn.client(user);
  }

  @AfterEach
  void close() {
    may("{\"enabled\":false,\"fields\":{}}");
  }

  private void may(String settings) {
    assertEquals(200, management.patch("/api/account-center", settings).status());
  }

  @Test
  void theAccountIsToldAsFarAsScopesAndTheTenantLet() {
    assertEquals(
        Set.of("id", "hasSecurityVerificationMethod"), names(signedIn.client(user, "openid")));
    assertEquals(
        Set.of(
            "id",
            "hasSecurityVerificationMethod",
            "name",
            "avatar",
            "username",
            "profile",
            "lastSignInAt",
            "createdAt",
            "updatedAt",
            "applicationId",
            "cimdClientId",
            "isSuspended",
            "hasPassword"),
        names(signedIn.client(user, "openid profile")));
    JsonNode all = own.get(ACCOUNT).json();
    assertTrue(all.path("name").isNull());
    assertTrue(all.path("createdAt").isNumber());
    assertEquals(user.primaryEmail(), all.path("primaryEmail").asText());
    assertTrue(all.path("primaryPhone").isNull());
    assertEquals("{}", all.path("customData").toString());
    assertEquals("{}", all.path("identities").toString());
    assertTrue(all.path("hasPassword").asBoolean());
    may(settings("email", "ReadOnly", "name", "Off"));
    JsonNode few = own.get(ACCOUNT).json();
    assertEquals(user.primaryEmail(), few.path("primaryEmail").asText());
    for (String hidden :
        Set.of(
            "name",
            "avatar",
            "username",
            "profile",
            "hasPassword",
            "primaryPhone",
            "customData",
            "identities")) {
      assertFalse(few.has(hidden), hidden);
    }
    assertTrue(few.has("isSuspended"));
  }

  private static Set<String> names(Own own) {
    Answer answer = own.get(ACCOUNT);
    assertEquals(200, answer.status(), answer.text());
    Set<String> names = new HashSet<>();
    answer.json().fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void nameAndPictureChangeWithoutAProof() {
    Answer changed =
        own.patch(ACCOUNT, "{\"name\":\"Ada\",\"avatar\":\"https://example.com/a.png\"}");
    assertEquals(200, changed.status(), changed.text());
    assertEquals("Ada", changed.json().path("name").asText());
    assertEquals(own.get(ACCOUNT).json(), changed.json());
    assertTrue(own.patch(ACCOUNT, "{\"avatar\":null}").json().path("avatar").isNull());
    assertEquals("guard.invalid_input", own.patch(ACCOUNT, "{\"avatar\":\"x\"}").code());
    assertEquals("guard.invalid_input", own.patch(ACCOUNT, "{\"customData\":null}").code());
    assertEquals("guard.invalid_input", own.patch(ACCOUNT, "{\"username\":\"1 2\"}").code());
  }

  @Test
  void customDataAreReplaced() {
    own.patch(ACCOUNT, "{\"customData\":{\"a\":1,\"b\":2}}");
    Answer replaced = own.patch(ACCOUNT, "{\"customData\":{\"c\":3}}");
    assertEquals("{\"c\":3}", replaced.json().path("customData").toString());
    Answer unscoped = signedIn.client(user, "openid profile").patch(ACCOUNT, "{\"customData\":{}}");
    assertEquals(400, unscoped.status());
    assertEquals("auth.unauthorized", unscoped.code());
  }

  @Test
  void eachPartIsEditableByItself() {
    may(settings("name", "Edit", "avatar", "ReadOnly"));
    assertEquals(200, own.patch(ACCOUNT, "{\"name\":\"Ada\"}").status());
    for (String body :
        Set.of("{\"avatar\":null}", "{\"username\":\"ada\"}", "{\"customData\":{}}")) {
      Answer refused = own.patch(ACCOUNT, body);
      assertEquals(400, refused.status());
      assertEquals(NOT_EDITABLE, refused.code(), body);
    }
    Own unscoped = signedIn.client(user, "openid");
    assertEquals(NOT_EDITABLE, unscoped.patch(ACCOUNT, "{\"avatar\":null}").code());
    Answer scope = unscoped.patch(ACCOUNT, "{\"name\":\"Eve\"}");
    assertEquals(400, scope.status());
    assertEquals("auth.unauthorized", scope.code());
  }

  @Test
  void anotherUsernameNeedsAProofAndFollowsThePolicy() {
    String name = People.username();
    String body = "{\"username\":\"" + name + "\"}";
    Answer unproved = own.patch(ACCOUNT, body);
    assertEquals(401, unproved.status());
    assertEquals(NO_PROOF, unproved.code());
    Own proved = own.proved();
    assertEquals(name, proved.patch(ACCOUNT, body).json().path("username").asText());
    Answer taken = signedIn.client(people.anybody()).proved().patch(ACCOUNT, body);
    assertEquals(422, taken.status());
    assertEquals("user.username_already_in_use", taken.code());
    String tooLong = "{\"username\":\"" + "a".repeat(129) + "\"}";
    Answer refused = proved.patch(ACCOUNT, tooLong);
    assertEquals(422, refused.status());
    assertEquals("user.username_too_long", refused.code());
    assertTrue(proved.patch(ACCOUNT, "{\"username\":null}").json().path("username").isNull());
  }

  @Test
  void theLastWayToSignInStays() {
    User only = people.anybody();
    Answer refused = signedIn.client(only).proved().patch(ACCOUNT, "{\"username\":null}");
    assertEquals(400, refused.status());
    assertEquals("user.last_sign_in_method_required", refused.code());
    assertEquals(only.username(), users.get(TenantId.DEFAULT, only.id()).username());
  }

  @Test
  void theProfileIsMergedAndItsAddressHasAScope() {
    Answer merged =
        own.patch(PROFILE, "{\"nickname\":\"Ada\",\"address\":{\"locality\":\"London\"}}");
    assertEquals(200, merged.status(), merged.text());
    assertEquals("London", merged.json().at("/address/locality").asText());
    Own unscoped = signedIn.client(user, "openid profile");
    Answer address = unscoped.patch(PROFILE, "{\"address\":{}}");
    assertEquals(400, address.status());
    assertEquals("auth.unauthorized", address.code());
    Answer second = unscoped.patch(PROFILE, "{\"website\":\"https://ada.example\"}");
    assertEquals(
        JsonCodec.tree("{\"nickname\":\"Ada\",\"website\":\"https://ada.example\"}"),
        second.json());
    assertFalse(unscoped.get(ACCOUNT).json().path("profile").has("address"));
    assertTrue(own.get(ACCOUNT).json().path("profile").has("address"));
    assertEquals(
        "auth.unauthorized",
        signedIn.client(user, "openid").patch(PROFILE, "{\"nickname\":\"x\"}").code());
    may(settings("profile", "ReadOnly"));
    assertEquals(
        NOT_EDITABLE,
        signedIn.client(user, "openid").patch(PROFILE, "{\"nickname\":\"x\"}").code());
  }

  @Test
  void aNewPasswordNeedsAProofWhereThereIsSomethingToProve() {
    assertEquals(NO_PROOF, own.post(PASSWORD, NEW).code());
    assertEquals(NO_PROOF, own.with("unknown").post(PASSWORD, NEW).code());
    Own proved = signedIn.client(user, "openid").proved();
    Answer same = proved.post(PASSWORD, "{\"password\":\"" + People.PASSWORD + "\"}");
    assertEquals(422, same.status());
    assertEquals("user.same_password", same.code());
    Answer weak = proved.post(PASSWORD, "{\"password\":\"a\"}");
    assertEquals(422, weak.status());
    assertEquals("password.rejected", weak.code());
    assertTrue(weak.json().path("data").isArray());
    assertEquals("guard.invalid_input", proved.post(PASSWORD, "{\"password\":\"\"}").code());
    may(settings("password", "ReadOnly"));
    assertEquals(NO_PROOF, own.post(PASSWORD, NEW).code());
    assertEquals(NOT_EDITABLE, proved.post(PASSWORD, NEW).code());
    may(settings("password", "Edit"));
    assertEquals(204, proved.post(PASSWORD, NEW).status());
    assertTrue(
        hasher
            .verify(
                users.forSignIn(TenantId.DEFAULT, user.id()).orElseThrow().password(),
                "seven-Dry_camels")
            .matches());
  }

  @Test
  void whoHasNothingToProveChoosesAPasswordWithoutAProof() {
    User social =
        users.create(
            TenantId.DEFAULT,
            new NewUser(
                null,
                null,
                null,
                null,
                null,
                JsonCodec.object(),
                JsonCodec.object(),
                null,
                Map.of("t" + Ids.shortId(), new User.Identity(Ids.shortId(), null)),
                null,
                JsonCodec.object()));
    Own client = signedIn.client(social);
    assertFalse(client.get(ACCOUNT).json().path("hasSecurityVerificationMethod").asBoolean());
    assertEquals(204, client.post(PASSWORD, NEW).status());
    assertTrue(client.get(ACCOUNT).json().path("hasSecurityVerificationMethod").asBoolean());
    assertEquals(NO_PROOF, client.post(PASSWORD, "{\"password\":\"nine-Old_ladders\"}").code());
  }

  @Test
  void aPictureIsKeptAndTheAccountIsNotChanged() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0};
    String path = "/api/my-account/user-assets/avatar";
    Answer kept = own.api().upload(path, "me.png", "image/png", png);
    assertEquals(200, kept.status(), kept.text());
    assertTrue(kept.json().path("url").asText().contains("/user-assets/"), kept.text());
    assertTrue(own.get(ACCOUNT).json().path("avatar").isNull());
    Answer text = own.api().upload(path, "me.png", "image/png", new byte[] {1, 2, 3});
    assertEquals(400, text.status());
    assertEquals("guard.mime_type_not_allowed", text.code());
    assertEquals("guard.invalid_input", own.post(path, "{}").code());
    Answer unscoped =
        signedIn.client(user, "openid").api().upload(path, "me.png", "image/png", png);
    assertEquals(401, unscoped.status());
    assertEquals("auth.unauthorized", unscoped.code());
    may(settings("avatar", "ReadOnly"));
    assertEquals(NOT_EDITABLE, own.api().upload(path, "me.png", "image/png", png).code());
  }

  @Test
  void hooksHearOfEveryChange() {
    try (HookReceiver receiver = new HookReceiver()) {
      Answer hook =
          management.post(
              "/api/hooks",
              "{\"name\":\"h\",\"events\":[\"User.Data.Updated\"],\"config\":{\"url\":\"%s\"}}"
                  .formatted(receiver.url()));
      assertEquals(201, hook.status(), hook.text());
      own.patch(ACCOUNT, "{\"name\":\"Told\"}");
      JsonNode told =
          receiver
              .await(each ->
                  each.json().at("/data/id").asText().equals(user.id())
                      && each.json().at("/data/name").asText().equals("Told"))
              .json();
      assertEquals("User.Data.Updated", told.path("event").asText());
      assertEquals(15, told.path("data").size(), told.toString());
      assertFalse(told.has("path"), told.toString());
      own.patch(PROFILE, "{\"nickname\":\"Heard\"}");
      receiver.await(each -> each.json().at("/data/profile/nickname").asText().equals("Heard"));
      assertEquals(204, own.proved().post(PASSWORD, NEW).status());
      receiver.await(each -> each.json().at("/data/id").asText().equals(user.id()));
      management.delete("/api/hooks/" + hook.json().path("id").asText());
    }
  }
}
