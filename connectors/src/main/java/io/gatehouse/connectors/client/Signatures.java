package io.gatehouse.connectors.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;

/** Whether a key has made a signature; only public keys take part. */
final class Signatures {
  /** RFC 8410 §10.1: an Ed25519 public key in X.509 is this and its 32 bytes. */
  private static final String ED25519_PREFIX = "302a300506032b6570032100";

  private Signatures() {}

  static boolean valid(JWSObject jws, JWK key, Set<String> critical) throws JOSEException {
    return switch (key) {
      case RSAKey rsa -> verify(jws, new RSASSAVerifier(rsa.toRSAPublicKey(), critical));
      case ECKey ec -> verify(jws, new ECDSAVerifier(ec.toECPublicKey(), critical));
      case OctetKeyPair ed -> ed25519(jws, ed, critical);
      default -> false;
    };
  }

  private static boolean verify(JWSObject jws, JWSVerifier verifier) throws JOSEException {
    return verifier.supportedJWSAlgorithms().contains(jws.getHeader().getAlgorithm())
        && jws.verify(verifier);
  }

  /** By the platform: the JOSE library would need another one for it. */
  private static boolean ed25519(JWSObject jws, OctetKeyPair key, Set<String> critical) {
    var header = jws.getHeader();
    boolean understood =
        header.getCriticalParams() == null || critical.containsAll(header.getCriticalParams());
    if (!understood
        || !(header.getAlgorithm().equals(JWSAlgorithm.EdDSA)
            || header.getAlgorithm().equals(JWSAlgorithm.Ed25519))) {
      return false;
    }
    try {
      byte[] encoded =
          HexFormat.of().parseHex(ED25519_PREFIX + HexFormat.of().formatHex(key.getDecodedX()));
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      verifier.update(jws.getSigningInput());
      return verifier.verify(jws.getSignature().decode());
    } catch (GeneralSecurityException unfit) {
      return false;
    }
  }
}
