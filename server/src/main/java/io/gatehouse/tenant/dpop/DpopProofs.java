package io.gatehouse.tenant.dpop;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.crypto.SentClaims;
import io.gatehouse.platform.crypto.SentHeader;
import io.gatehouse.platform.crypto.SentJws;
import io.gatehouse.platform.crypto.SigningAlgorithm;
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

  /** How old a proof may be, and how far ahead its maker's clock. */
  private static final Duration LIFE = Duration.ofSeconds(60);

  private static final Duration AHEAD = Duration.ofSeconds(15);

  private final Once once;
  private final DpopNonces nonces;
  private final InstantSource clock;

  DpopProofs(Once once, DpopNonces nonces, InstantSource clock) {
    this.once = once;
    this.nonces = nonces;
    this.clock = clock;
  }

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
    String thumbprint = signer(proof);
    try {
      useUp(tenant, presented, thumbprint, proof.claims());
      return thumbprint;
    } catch (ParseException e) {
      throw refused("the claims of the proof cannot be read");
    }
  }

  private void useUp(Tenant tenant, Presented presented, String thumbprint, SentClaims claims)
      throws ParseException {
    requireRequest(tenant, presented, claims);
    requireToken(presented, claims);
    requireNonce(tenant, presented, claims);
    Instant made = requireTime(claims);
    String id = claims.id();
    if (id == null || id.isEmpty() || id.length() > LONGEST_ID) {
      throw refused("the proof needs a jti");
    }
    Instant end = made.plus(LIFE).plus(AHEAD);
    if (!once.first(tenant.id(), KIND, thumbprint + " " + id, end)) {
      throw refused("the proof was used already");
    }
  }

  private static SentJws sent(String proof) {
    if (proof.length() > LONGEST) {
      throw refused("the proof is too long");
    }
    try {
      return SentJws.signed(proof);
    } catch (ParseException e) {
      throw refused("the proof is no signed JWT");
    }
  }

  /** The thumbprint of the public key in the header, which signed the proof. */
  private static String signer(SentJws proof) {
    SentHeader header = proof.header();
    if (!TYPE.equals(header.type())) {
      throw refused("the proof must have the type " + TYPE);
    }
    if (header.algorithm() == null || !ALGORITHMS.contains(header.algorithm())) {
      throw refused("the proof is signed by an algorithm that is not accepted");
    }
    SentHeader.Sender sender =
        header
            .sender()
            .orElseThrow(() -> refused("the proof must hold a public key that checks signatures"));
    if (!sender.key().verifies(proof)) {
      throw refused("the proof is not signed by its key");
    }
    return sender.thumbprint();
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

  private Instant requireTime(SentClaims claims) {
    Instant issued = claims.issued();
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

  private static OAuthException refused(String why) {
    return OAuthError.INVALID_DPOP_PROOF.because(why);
  }
}
