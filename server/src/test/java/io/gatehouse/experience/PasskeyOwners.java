package io.gatehouse.experience;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.credential.passkey.RegistrationAnswer;
import io.gatehouse.credential.passkey.RegistrationOptions;
import io.gatehouse.credential.passkey.RelyingParty;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.SoftAuthenticator;
import io.gatehouse.user.User;
import io.gatehouse.user.mfa.Passkeys;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Gives people passkeys, asks for them at sign-in, and tells by what people have signed in. */
@Singleton
class PasskeyOwners {
  private final Passkeys passkeys;
  private final ApiClients clients;
  private final Db db;

  PasskeyOwners(Passkeys passkeys, ApiClients clients, Db db) {
    this.passkeys = passkeys;
    this.clients = clients;
    this.db = db;
  }

  /** People may sign in by passkeys. */
  void offer() {
    settings("{\"passkeySignIn\":{\"enabled\":true}}");
  }

  /** Everybody has to show one of these factors as well. */
  void demand(String... factors) {
    settings(
        "{\"mfa\":{\"factors\":[\"%s\"],\"policy\":\"Mandatory\"}}"
            .formatted(String.join("\",\"", factors)));
  }

  /** Neither is any more. */
  void rest() {
    settings("{\"passkeySignIn\":{},\"mfa\":{\"factors\":[],\"policy\":\"UserControlled\"}}");
  }

  void settings(String json) {
    assertEquals(200, clients.management().patch("/api/sign-in-exp", json).status());
  }

  /** The factors of somebody, as an administrator sees them. */
  JsonNode factors(User owner) {
    return clients.management().get("/api/users/" + owner.id() + "/mfa-verifications").json();
  }

  void suspend(User owner) {
    String path = "/api/users/" + owner.id() + "/is-suspended";
    assertEquals(200, clients.management().patch(path, "{\"isSuspended\":true}").status());
  }

  /** A passkey that somebody has, made as their browser would make it. */
  SoftAuthenticator passkeyOf(User owner) {
    SoftAuthenticator device = SoftAuthenticator.es256();
    RelyingParty site = RelyingParty.of(URI.create(Browser.ENDPOINT));
    RegistrationOptions options = passkeys.make(TenantId.DEFAULT, site, owner);
    RegistrationAnswer answer =
        JsonCodec.mapper()
            .convertValue(
                device.make(JsonCodec.mapper().valueToTree(options)), RegistrationAnswer.class);
    passkeys.add(
        TenantId.DEFAULT,
        owner.id(),
        passkeys.made(TenantId.DEFAULT, site, options.challenge(), answer, "a browser"));
    return device;
  }

  /** Ends the sign-in, and answers by which means the person has signed in. */
  List<String> methods(Browser browser, User person, Seen submitted) {
    assertEquals(200, submitted.status(), submitted.text());
    browser.follow(browser.get(PasskeyPage.path(submitted)));
    String amr =
        db.one(
            TenantId.DEFAULT,
            """
            select amr::text as amr from sessions where tenant_id = 'default' and user_id = ?
            order by auth_time desc limit 1
            """,
            row -> row.text("amr"),
            person.id());
    return Stream.of(JsonCodec.read(amr, String[].class)).sorted().toList();
  }
}
