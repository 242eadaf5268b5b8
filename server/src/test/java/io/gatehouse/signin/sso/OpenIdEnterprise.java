package io.gatehouse.signin.sso;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.StandInOpenId;
import org.jspecify.annotations.Nullable;

/** An enterprise whose provider speaks OpenID Connect, and one of its people. */
final class OpenIdEnterprise extends Enterprise implements AutoCloseable {
  final StandInOpenId provider = new StandInOpenId();
  final String subject = "s-" + Ids.shortId();
  final String email = address();
  final String connector;
  private final Db db;

  OpenIdEnterprise(ApiClient api, Db db) {
    super(api);
    this.db = db;
    settings("{\"singleSignOnEnabled\":true}");
    connector = connector("OIDC", provider.config());
    person(true, "Zoë");
  }

  @Override
  public void close() {
    settings("{\"singleSignOnEnabled\":true,\"signInMode\":\"SignInAndRegister\"}");
    api.delete("/api/sso-connectors/" + connector);
    provider.close();
  }

  /** What the provider says of the person from now on. */
  void person(boolean verified, String name) {
    provider.person(
        "{\"sub\":\"%s\",\"email\":\"%s\",\"email_verified\":%s,\"name\":\"%s\",\"picture\":\"https://p.example/z\"}"
            .formatted(subject, email, verified, name));
  }

  /** Comes by this connector, in a browser of its own. */
  Seen through(String by) {
    Browser who = new Browser();
    Seen sent = direct(who, by);
    provider.ask(sent.location());
    return who.get("/callback/" + by + "?code=c0de&state=" + sent.parameter("state"));
  }

  static Seen direct(Browser who, String by) {
    Seen sent = who.get(who.authorize("direct_sign_in", "sso:" + by).location());
    assertEquals(303, sent.status(), sent.text());
    return sent;
  }

  void signIn(Browser who) {
    Seen back = back(who, toProvider(who), "code=c0de");
    assertTrue(back.location().startsWith("/oidc/auth/"), back.location() + back.text());
  }

  Seen toProvider(Browser who) {
    who.follow(who.authorize());
    Seen sent = who.post("/single-sign-on/email?app_id=demo-app", "identifier", email);
    assertEquals(303, sent.status(), sent.text());
    assertTrue(sent.location().startsWith(provider.base() + "/authorize?"), sent.location());
    return sent;
  }

  Seen back(Browser who, Seen sent, String answer) {
    provider.ask(sent.location());
    return who.get("/callback/" + connector + "?" + answer + "&state=" + sent.parameter("state"));
  }

  String owner() {
    String owner = maybeOwner();
    assertNotNull(owner);
    return owner;
  }

  @Nullable String maybeOwner() {
    return maybeOwner(provider.base());
  }

  String ownerOf(String issuer) {
    String owner = maybeOwner(issuer);
    assertNotNull(owner);
    return owner;
  }

  @Nullable String maybeOwner(String issuer) {
    return db.find(
            TenantId.DEFAULT,
            "select user_id from user_sso_identities where tenant_id = ? and issuer = ? and identity_id = ?",
            row -> row.text("user_id"),
            TenantId.DEFAULT,
            issuer,
            subject)
        .orElse(null);
  }
}
