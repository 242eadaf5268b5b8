package io.gatehouse.oidc.fapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import io.gatehouse.oidc.DpopKey;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A relying party that is held to FAPI 2.0: it pushes its requests, and shows keys of its own. */
final class FapiClient {
  final SigningKey key = SigningKey.generate(SigningAlgorithm.ES256);
  final TestClient web;
  private final Provider provider;
  private final InstantSource time;
  private final String user;
  private final DpopKey proof;

  /** One that signs this person in. */
  FapiClient(Provider provider, InstantSource time, String user) {
    this.provider = provider;
    this.time = time;
    this.user = user;
    web = provider.application("Traditional");
    proof = new DpopKey(time);
    authenticate("\"method\":\"private_key_jwt\",\"fapi\":true,\"jwks\":" + set(key));
  }

  /** A signed request with something changed. */
  String object(UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(key, "oauth-authz-req+jwt", change);
  }

  String signed(SigningKey signing, String type, UnaryOperator<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(web.id)
            .audience(DpopKey.ISSUER)
            .notBeforeTime(at(0))
            .expirationTime(at(300));
    TestClient.query(web.authorizationUrl()).forEach(claims::claim);
    return new JwsSigner(signing)
        .sign(type, JsonCodec.bytes(change.apply(claims).build().toJSONObject()));
  }

  Date at(long seconds) {
    return Date.from(time.instant().plusSeconds(seconds));
  }

  /** The parameters of its usual request. */
  Map<String, String> request() {
    return new HashMap<>(TestClient.query(web.authorizationUrl()));
  }

  Answer push(Map<String, String> request) {
    Map<String, String> form = new HashMap<>(request);
    form.putAll(assertion());
    return web.post("/oidc/request", form);
  }

  Answer pushObject(String object) {
    return push(Map.of("client_id", web.id, "request", object));
  }

  /** What the browser comes back with after the person has signed in. */
  Map<String, String> answer(Answer pushed) {
    assertEquals(201, pushed.status(), pushed.json().toString());
    EmulatedBrowser browser = provider.browser();
    browser.get(
        "/oidc/auth?"
            + TestClient.form(
                Map.of("client_id", web.id, "request_uri", pushed.text("request_uri"))));
    return TestClient.query(
        Provider.location(browser.get(provider.signedIn().byPage(browser, web.id, user))));
  }

  String code() {
    return Provider.present(answer(push(request())).get("code"));
  }

  Answer token(Map<String, String> form) {
    return web.token(form, "DPoP", proof.proof("/token"));
  }

  Map<String, String> codeForm(String code) {
    Map<String, String> form = new LinkedHashMap<>(assertion());
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("code_verifier", TestClient.VERIFIER);
    form.put("redirect_uri", Provider.CALLBACK);
    return form;
  }

  Map<String, String> refreshForm(@Nullable String token) {
    Map<String, String> form = new LinkedHashMap<>(assertion());
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", Provider.present(token));
    return form;
  }

  Map<String, String> assertion() {
    return assertion(claims -> {});
  }

  /** How it says who it is, with something changed. */
  Map<String, String> assertion(Consumer<Map<String, Object>> change) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", web.id);
    claims.put("sub", web.id);
    claims.put("aud", DpopKey.ISSUER);
    claims.put("jti", Ids.standardId());
    claims.put("exp", at(60).toInstant().getEpochSecond());
    change.accept(claims);
    return Map.of(
        "client_assertion",
        new JwsSigner(key).sign("JWT", JsonCodec.bytes(claims)),
        "client_assertion_type",
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
  }

  void authenticate(String members) {
    var answer =
        provider.api().put("/api/applications/" + web.id + "/authentication", "{" + members + "}");
    assertEquals(200, answer.status(), answer.text());
  }

  void agree(String settings) {
    var answer = provider.api().put("/api/applications/" + web.id + "/protocol", settings);
    assertEquals(200, answer.status(), answer.text());
  }

  static String set(SigningKey key) {
    return new JWKSet(key.publicJwk()).toString();
  }
}
