package io.gatehouse.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.platform.crypto.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A client's key, and the proofs that it makes with it. */
public final class DpopKey {
  public static final String ISSUER = "http://localhost:3001/oidc";

  private final ECKey key;
  private final InstantSource clock;

  public DpopKey(InstantSource clock) {
    this.clock = clock;
    try {
      this.key = new ECKeyGenerator(Curve.P_256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public String thumbprint() {
    try {
      return key.computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A proof for a POST to this endpoint of the provider. */
  public String proof(String endpoint) {
    return proof("POST", ISSUER + endpoint, claims -> claims);
  }

  /** A proof for a request that carries the token. */
  public String proof(String method, String url, String token) {
    return proof(method, url, claims -> claims.claim("ath", ath(token)));
  }

  public String proof(String method, String url, UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("dpop+jwt"))
            .jwk(key.toPublicJWK())
            .build(),
        change.apply(claims(method, url)).build());
  }

  public String signed(JWSHeader header, JWTClaimsSet claims) {
    try {
      SignedJWT jwt = new SignedJWT(header, claims);
      jwt.sign(new ECDSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public ECKey key() {
    return key;
  }

  public JWTClaimsSet.Builder claims(String method, String url) {
    Instant now = clock.instant();
    return new JWTClaimsSet.Builder()
        .jwtID(UUID.randomUUID().toString())
        .claim("htm", method)
        .claim("htu", url)
        .issueTime(Date.from(now));
  }

  public static String ath(String token) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Digests.sha256(token.getBytes(StandardCharsets.US_ASCII)));
  }
}
