package io.gatehouse.oidc.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients whose software somebody vouches for whom the tenant trusts. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SoftwareStatementFlowTest {
  private static final String ISSUER = "https://directory.example";

  @Inject Registrar registrar;
  @Inject InstantSource time;

  private final SigningKey key = SigningKey.generate(SigningAlgorithm.ES256);

  @AfterEach
  void refuse() {
    registrar.refuseAll();
  }

  @Test
  @Spec("RFC 7591 §2.3")
  @Spec("RFC 7591 §3.1.1")
  void whatTheStatementSaysCountsAndComesBack() {
    trust("");
    String statement =
        statement(
            key,
            claims ->
                claims
                    .claim("client_name", "Vouched for")
                    .claim("redirect_uris", List.of("https://vouched.example/callback")));
    Answer made = registrar.register(with(statement));
    assertEquals(201, made.status(), made.json().toString());
    assertEquals("Vouched for", made.text("client_name"));
    assertEquals(
        "[\"https://vouched.example/callback\"]", made.json().get("redirect_uris").toString());
    assertEquals(statement, made.text("software_statement"));
    assertEquals(201, registrar.register(Registrar.metadata()).status());
  }

  @Test
  @Spec("RFC 7591 §3.2.2")
  void whatIsNotGenuineIsRefused() {
    trust("");
    refused("invalid_software_statement", "eyJ.e30.x");
    refused("invalid_software_statement", "x".repeat(20_000));
    refused(
        "invalid_software_statement",
        statement(SigningKey.generate(SigningAlgorithm.ES256), claims -> claims));
    refused("invalid_software_statement", statement(key, claims -> claims.expirationTime(at(-60))));
    refused("invalid_software_statement", statement(key, claims -> claims.notBeforeTime(at(600))));
    refused(
        "unapproved_software_statement",
        statement(key, claims -> claims.issuer("https://stranger.example")));
    refused(
        "invalid_client_metadata",
        statement(key, claims -> claims.claim("client_name", "a\u0000b")));
  }

  @Test
  @Spec("RFC 7591 §2.3")
  void aTenantMayWantOne() {
    trust(",\"requireStatement\":true");
    registrar.refused("unapproved_software_statement", metadata -> {});
    assertEquals(201, registrar.register(with(statement(key, claims -> claims))).status());
  }

  private void trust(String more) {
    registrar.allow(
        "\"access\":\"open\",\"perHour\":10000,\"statementIssuers\":[{\"issuer\":\"%s\",\"jwks\":%s}]%s"
            .formatted(ISSUER, new JWKSet(key.publicJwk()), more));
  }

  private void refused(String error, String statement) {
    registrar.refused(error, metadata -> metadata.put("software_statement", statement));
  }

  private static ObjectNode with(String statement) {
    return Registrar.metadata().put("software_statement", statement);
  }

  private String statement(SigningKey signing, UnaryOperator<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .issueTime(at(-300))
            .claim("software_id", "4NRB1-0XZABZI9E6-5SM3R");
    return new JwsSigner(signing)
        .sign("jwt", JsonCodec.bytes(change.apply(claims).build().toJSONObject()));
  }

  private Date at(long seconds) {
    Instant now = time.instant();
    return Date.from(now.plusSeconds(seconds));
  }
}
