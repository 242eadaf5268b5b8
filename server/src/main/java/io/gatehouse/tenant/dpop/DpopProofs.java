package io.gatehouse.tenant.dpop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.crypto.SentClaims;
import io.gatehouse.platform.crypto.SentJws;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.VerificationKey;
import io.gatehouse.platform.once.Once;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Checks proofs of possession.
 *
 * <p>Source: [RFC 9449 §4.3](https://www.rfc-editor.org/rfc/rfc9449#section-4.3)
 */
@Singleton
public class DpopProofs {
  /** The header that carries a proof. */
  public static final String HEADER = "DPoP";

  /** Those of FAPI 2.0. [FAPI 2.0 Security Profile §5.4.1] */
  public static final List<SigningAlgorithm> ALGORITHMS =
      List.of(SigningAlgorithm.ES256, SigningAlgorithm.PS256, SigningAlgorithm.EDDSA);

  private static final String TYPE = "dpop+jwt";
  private static final String KIND = "proof";
  private static final int LONGEST = 8_192;
  private static final int LONGEST_ID = 512;

  /** Of the headers that are kept: those of some 20,000 clients. */
  private static final int MOST_CHARACTERS = 5_000_000;

  /** How old a proof may be, and how far ahead its maker's clock. */
  private static final Duration LIFE = Duration.ofSeconds(60);

  private static final Duration AHEAD = Duration.ofSeconds(15);

  /** The keys of clients that have shown proofs, by the headers of those. */
  private final Cache<String, Known> keys =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((String header, Known key) -> header.length())
          .build();

  private final Once once;
  private final DpopNonces nonces;
  private final InstantSource clock;

  DpopProofs(Once once, DpopNonces nonces, InstantSource clock) {
    this.once = once;
    this.nonces = nonces;
    this.clock = clock;
  }

  private record Known(JWSHeader header, VerificationKey verifier, String thumbprint) {}

  /**
   * A request with a proof.
   *
   * @param proof the header's value
   * @param path below the tenant's endpoint, where the request goes
   * @param accessToken the token that comes with it; null where one is asked for
   * @param nonceRequired whether the proof must hold a nonce of ours
   */
  public record Presented(
      String proof,
      String method,
      String path,
      @Nullable String accessToken,
      boolean nonceRequired) {}

  /**
   * The thumbprint of the key that the client has shown; the proof is used up.
   *
   * @throws OAuthException invalid_dpop_proof, use_dpop_nonce
   */
  public String verify(Tenant tenant, Presented presented) {
    SentJws proof = sent(presented.proof());
    Known key = key(proof);
    try {
      return verify(tenant, presented, key, proof.claims());
    } catch (ParseException e) {
      throw refused("the claims of the proof cannot be read");
    }
  }

  private String verify(Tenant tenant, Presented presented, Known key, SentClaims claims)
      throws ParseException {
    requireRequest(tenant, presented, claims);
    requireToken(presented, claims);
    requireNonce(tenant, presented, claims);
    Instant made = requireTime(claims);
    String id = claims.text("jti");
    if (id == null || id.isEmpty() || id.length() > LONGEST_ID) {
      throw refused("the proof needs a jti");
    }
    Instant end = made.plus(LIFE).plus(AHEAD);
    if (!once.first(tenant.id(), KIND, key.thumbprint() + " " + id, end)) {
      throw refused("the proof was used already");
    }
    return key.thumbprint();
  }

  private static SentJws sent(String proof) {
    if (proof.length() > LONGEST) {
      throw refused("the proof is too long");
    }
    try {
      return SentJws.of(proof);
    } catch (ParseException e) {
      throw refused("the proof is no signed JWT");
    }
  }

  /** The public key in the header, which signed the proof. */
  private Known key(SentJws proof) {
    Known seen = keys.getIfPresent(proof.headerText());
    Known key = seen == null ? known(header(proof)) : seen;
    if (!key.verifier().verifies(key.header(), proof)) {
      throw refused("the proof is not signed by its key");
    }
    if (seen == null) {
      keys.put(proof.headerText(), key);
    }
    return key;
  }

  private static JWSHeader header(SentJws proof) {
    try {
      return proof.header();
    } catch (ParseException e) {
      throw refused("the proof is no signed JWT");
    }
  }

  /** All that a header says, and a client's headers are all the same. */
  private static Known known(JWSHeader header) {
    if (header.getType() == null || !TYPE.equalsIgnoreCase(header.getType().getType())) {
      throw refused("the proof must have the type " + TYPE);
    }
    SigningAlgorithm algorithm = SigningAlgorithm.of(header.getAlgorithm().getName());
    if (algorithm == null || !ALGORITHMS.contains(algorithm)) {
      throw refused("the proof is signed by an algorithm that is not accepted");
    }
    JWK key = header.getJWK();
    if (key == null || key.isPrivate()) {
      throw refused("the proof must hold a public key");
    }
    return VerificationKey.of(key)
        .map(verifier -> new Known(header, verifier, thumbprint(key)))
        .orElseThrow(() -> refused("the proof is not signed by its key"));
  }

  /** "The htm claim matches the HTTP method … The htu claim matches the HTTP URI". */
  private static void requireRequest(Tenant tenant, Presented presented, SentClaims claims)
      throws ParseException {
    if (!claims.is("htm", presented.method())) {
      throw refused("the proof is for another method");
    }
    String here = tenant.url(presented.path());
    String htu = claims.text("htu");
    if (htu == null || !(htu.equals(here) || target(htu).equals(target(here)))) {
      throw refused("the proof is for another address");
    }
  }

  private static void requireToken(Presented presented, SentClaims claims) {
    String token = presented.accessToken();
    if (token == null) {
      return;
    }
    String hash =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Digests.sha256(token.getBytes(StandardCharsets.US_ASCII)));
    if (!claims.is("ath", hash)) {
      throw refused("the proof is for another access token");
    }
  }

  private void requireNonce(Tenant tenant, Presented presented, SentClaims claims)
      throws ParseException {
    String nonce = claims.text("nonce");
    boolean good = nonce != null && nonces.accepts(tenant.id(), nonce);
    if (!good && (nonce != null || presented.nonceRequired())) {
      throw OAuthError.USE_DPOP_NONCE.because("the proof must hold the nonce of this answer");
    }
  }

  private Instant requireTime(SentClaims claims) throws ParseException {
    Instant issued = claims.time("iat");
    Instant now = clock.instant();
    if (issued == null || issued.isBefore(now.minus(LIFE)) || issued.isAfter(now.plus(AHEAD))) {
      throw refused("the proof was not made now");
    }
    return issued;
  }

  /** Without query and fragment, in the form that [RFC 3986 §6.2.2] and §6.2.3 make alike. */
  private static String target(String address) {
    try {
      URI uri = new URI(address).normalize();
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
      int usual = scheme.equals("https") ? 443 : 80;
      int port = uri.getPort() < 0 ? usual : uri.getPort();
      String path = uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
      return scheme + "://" + host + ":" + port + path;
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private static String thumbprint(JWK key) {
    try {
      return key.computeThumbprint().toString();
    } catch (JOSEException e) {
      throw refused("the proof's key has no thumbprint");
    }
  }

  private static OAuthException refused(String why) {
    return OAuthError.INVALID_DPOP_PROOF.because(why);
  }
}
