package io.gatehouse.connectors.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A provider that signs tokens, with a key of each kind. */
public final class IssuedTokens {
  private final ECKey ec;
  private final RSAKey rsa;
  private final KeyPair ed;
  private final String id = UUID.randomUUID().toString();

  public IssuedTokens() {
    try {
      ec = new ECKeyGenerator(Curve.P_256).keyID("ec" + id).generate();
      rsa = new RSAKeyGenerator(2048).keyID("rsa" + id).generate();
      ed = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException | JOSEException absent) {
      throw new IllegalStateException(absent);
    }
  }

  public String jwks() {
    byte[] spki = ed.getPublic().getEncoded();
    var x = Base64URL.encode(Arrays.copyOfRange(spki, spki.length - 32, spki.length));
    var okp = new OctetKeyPair.Builder(Curve.Ed25519, x).keyID("ed" + id).build();
    return new JWKSet(List.of(ec.toPublicJWK(), rsa.toPublicJWK(), okp)).toString();
  }

  public String es256(JsonNode claims) {
    return sign(header(JWSAlgorithm.ES256, ec.getKeyID()).build(), claims);
  }

  public String rs256(JsonNode claims) {
    return sign(header(JWSAlgorithm.RS256, rsa.getKeyID()).build(), claims);
  }

  /** With a header parameter that must be understood. */
  public String critical(JsonNode claims) {
    return sign(
        header(JWSAlgorithm.ES256, ec.getKeyID())
            .criticalParams(Set.of("urn:x"))
            .customParam("urn:x", true)
            .build(),
        claims);
  }

  /** The old confusion: the public key as the secret of an HMAC. */
  public String hs256WithPublicKey(JsonNode claims) throws JOSEException {
    var jws =
        new JWSObject(
            header(JWSAlgorithm.HS256, rsa.getKeyID()).build(), new Payload(claims.toString()));
    jws.sign(new MACSigner(rsa.toRSAPublicKey().getEncoded()));
    return jws.serialize();
  }

  public String ed25519(JsonNode claims) {
    String text =
        part("{\"alg\":\"EdDSA\",\"kid\":\"ed" + id + "\"}") + "." + part(claims.toString());
    try {
      var signer = Signature.getInstance("Ed25519");
      signer.initSign(ed.getPrivate());
      signer.update(text.getBytes(StandardCharsets.US_ASCII));
      return text + "." + Base64URL.encode(signer.sign());
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  public static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static JWSHeader.Builder header(JWSAlgorithm algorithm, String keyId) {
    return new JWSHeader.Builder(algorithm).keyID(keyId).type(JOSEObjectType.JWT);
  }

  private String sign(JWSHeader header, JsonNode claims) {
    try {
      JWSSigner signer =
          header.getAlgorithm().equals(JWSAlgorithm.ES256)
              ? new ECDSASigner(ec)
              : new RSASSASigner(rsa);
      var jws = new JWSObject(header, new Payload(claims.toString()));
      jws.sign(signer);
      return jws.serialize();
    } catch (JOSEException unfit) {
      throw new IllegalStateException(unfit);
    }
  }
}
