package io.gatehouse.management;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.protocol.Spec;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.AdminTokens;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AuthenticationTest {
  private static final Tenant CORE =
      new Tenant(TenantId.DEFAULT, URI.create("http://localhost:3001"));
  private static final Tenant ADMIN =
      new Tenant(TenantId.ADMIN, URI.create("http://localhost:3002"));

  @Inject ApiClients clients;
  @Inject AdminTokens tokens;

  @Test
  void aRequestWithoutATokenIsRefused() {
    Answer answer = clients.anonymous().get("/api/roles");
    assertEquals(401, answer.status());
    assertEquals("auth.authorization_header_missing", answer.code());
    Answer basic = clients.anonymous().get("/api/roles", "Authorization", "Basic eDp5");
    assertEquals("auth.authorization_token_type_not_supported", basic.code());
    assertEquals("{\"supportedTypes\":[\"Bearer\"]}", basic.json().get("data").toString());
  }

  @Test
  void aTokenOfTheTenantOrOfTheAdminTenantLetsIn() {
    assertEquals(200, call(TenantId.DEFAULT, "iss", CORE.issuer()).status());
    assertEquals(200, call(TenantId.ADMIN, "iss", ADMIN.issuer()).status());
  }

  @Test
  void anOpaqueTokenIsNone() {
    assertFault("{\"code\":\"ERR_JWS_INVALID\",\"name\":\"JWSInvalid\"}", "opaque");
    // A header of JSON's null.
    assertFault("{\"code\":\"ERR_JWS_INVALID\",\"name\":\"JWSInvalid\"}", "bnVsbA.e30.AAAA");
  }

  @Test
  @Spec("RFC 9068 §4")
  void aTokenForAnotherAudienceIsRefused() {
    assertClaim("aud", call(TenantId.DEFAULT, "aud", "https://admin.logto.app/api"));
  }

  @Test
  @Spec("RFC 9068 §4")
  void aTokenOfAnotherIssuerIsRefused() {
    assertClaim("iss", call(TenantId.DEFAULT, "iss", "https://elsewhere.example/oidc"));
  }

  @Test
  @Spec("RFC 9068 §4")
  void aTokenWithAnotherSignatureIsRefused() {
    String token = tokens.forManagement(CORE);
    String other = tokens.token(TenantId.DEFAULT, Map.of("iss", "x"));
    String forged =
        token.substring(0, token.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
    assertFault(
        "{\"code\":\"ERR_JWS_SIGNATURE_VERIFICATION_FAILED\",\"name\":\"JWSSignatureVerificationFailed\"}",
        forged);
  }

  @Test
  @Spec("RFC 9068 §4")
  void anExpiredTokenIsRefused() {
    Answer answer = call(TenantId.DEFAULT, "exp", Instant.now().getEpochSecond() - 1);
    assertEquals("auth.unauthorized", answer.code());
    assertEquals("ERR_JWT_EXPIRED", answer.json().get("data").get("code").asText());
  }

  @Test
  void aTokenWithoutTheScopeIsForbidden() {
    Answer answer = call(TenantId.DEFAULT, "scope", "some other");
    assertEquals(403, answer.status());
    assertEquals("auth.forbidden", answer.code());
  }

  @Test
  void aTokenWithoutASubjectIsRefused() {
    Map<String, Object> claims = tokens.claims(CORE);
    claims.remove("sub");
    Answer answer = clients.with(tokens.token(TenantId.DEFAULT, claims)).get("/api/roles");
    assertEquals("auth.jwt_sub_missing", answer.code());
  }

  private Answer call(TenantId signer, String claim, Object value) {
    Map<String, Object> claims = tokens.claims(CORE);
    claims.put(claim, value);
    return clients.with(tokens.token(signer, claims)).get("/api/roles");
  }

  private void assertFault(String data, String token) {
    Answer answer = clients.with(token).get("/api/roles");
    assertEquals(401, answer.status());
    assertEquals("auth.unauthorized", answer.code());
    assertEquals(data, answer.json().get("data").toString());
  }

  private static void assertClaim(String claim, Answer answer) {
    assertEquals(401, answer.status());
    assertEquals(claim, answer.json().get("data").get("claim").asText());
    assertEquals("check_failed", answer.json().get("data").get("reason").asText());
  }
}
