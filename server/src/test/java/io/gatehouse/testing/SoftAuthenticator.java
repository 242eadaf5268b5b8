package io.gatehouse.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * An authenticator with one passkey, and the browser in front of it: it makes the passkey and signs
 * with it for real. Everything that a test may want to be wrong can be set.
 */
public final class SoftAuthenticator {
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int ELIGIBLE = 0x08;
  private static final int BACKED_UP = 0x10;
  private static final int ATTESTED = 0x40;
  private static final int COORDINATE = 32;

  private final KeyPair keys;
  private final byte[] id = Ids.bytes(32);
  private String userHandle = "";
  private long count;
  private boolean counts = true;
  private int flags = PRESENT | VERIFIED;
  private String origin;
  private String site;

  private SoftAuthenticator(KeyPair keys, String origin, String site) {
    this.keys = keys;
    this.origin = origin;
    this.site = site;
  }

  /** One that signs by ES256, at the server of the tests. */
  public static SoftAuthenticator es256() {
    return new SoftAuthenticator(pair("EC"), Browser.ENDPOINT, "localhost");
  }

  /** One that signs by RS256. */
  public static SoftAuthenticator rs256() {
    return new SoftAuthenticator(pair("RSA"), Browser.ENDPOINT, "localhost");
  }

  private static KeyPair pair(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("EC")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      } else {
        generator.initialize(2048);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As a page of another origin would use it. */
  public SoftAuthenticator at(String otherOrigin) {
    origin = otherOrigin;
    return this;
  }

  /** As another site would use it. */
  public SoftAuthenticator forSite(String other) {
    site = other;
    return this;
  }

  /** Without asking its owner for more than a touch. */
  public SoftAuthenticator unverified() {
    flags &= ~VERIFIED;
    return this;
  }

  /** Without even a touch. */
  public SoftAuthenticator untouched() {
    flags &= ~PRESENT;
    return this;
  }

  /** Whose passkey is on all devices of its owner. */
  public SoftAuthenticator synced() {
    flags |= ELIGIBLE | BACKED_UP;
    counts = false;
    return this;
  }

  /** As if its passkey had been copied although it cannot be. */
  public SoftAuthenticator copied() {
    flags |= BACKED_UP;
    return this;
  }

  /** Its count as it was so many signatures ago. */
  public SoftAuthenticator setBack(long signatures) {
    count -= signatures;
    return this;
  }

  public String id() {
    return text(id);
  }

  /** Makes the passkey that was asked for. */
  public ObjectNode make(JsonNode options) {
    userHandle = options.at("/user/id").asText();
    byte[] key = keys.getPublic() instanceof ECPublicKey ec ? cose(ec) : cose(rsa());
    byte[] attested =
        joined(new byte[16], ByteBuffer.allocate(2).putShort((short) id.length).array(), id, key);
    byte[] said = joined(said(flags | ATTESTED), attested);
    byte[] attestation =
        joined(
            new byte[] {(byte) 0xa3},
            cbor("fmt"),
            cbor("none"),
            cbor("attStmt"),
            new byte[] {(byte) 0xa0},
            cbor("authData"),
            cbor(said));
    ObjectNode answer = answer();
    answer
        .putObject("response")
        .put("clientDataJSON", text(clientData("webauthn.create", options)))
        .put("attestationObject", text(attestation))
        .putArray("transports")
        .add("internal")
        .add("carrier-pigeon");
    return answer;
  }

  /** Signs what was asked. */
  public ObjectNode show(JsonNode options) {
    return show(options, response -> {});
  }

  /** The same, changed on its way. */
  public ObjectNode show(JsonNode options, Consumer<ObjectNode> change) {
    count += counts ? 1 : 0;
    byte[] said = said(flags);
    byte[] client = clientData("webauthn.get", options);
    ObjectNode answer = answer();
    ObjectNode response =
        answer
            .putObject("response")
            .put("clientDataJSON", text(client))
            .put("authenticatorData", text(said))
            .put("signature", text(signed(joined(said, Digests.sha256(client)))));
    response.put("userHandle", userHandle);
    change.accept(response);
    return answer;
  }

  private ObjectNode answer() {
    ObjectNode answer = JsonCodec.object();
    answer.put("type", "WebAuthn").put("id", id()).put("rawId", id());
    answer.putObject("clientExtensionResults");
    return answer;
  }

  private byte[] said(int how) {
    return joined(
        Digests.sha256(site),
        new byte[] {(byte) how},
        ByteBuffer.allocate(4).putInt((int) count).array());
  }

  private byte[] clientData(String type, JsonNode options) {
    return JsonCodec.object()
        .put("type", type)
        .put("challenge", options.get("challenge").asText())
        .put("origin", origin)
        .put("crossOrigin", false)
        .toString()
        .getBytes(UTF_8);
  }

  private byte[] signed(byte[] content) {
    try {
      Signature signature =
          Signature.getInstance(
              keys.getPublic() instanceof ECPublicKey ? "SHA256withECDSA" : "SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private RSAPublicKey rsa() {
    return (RSAPublicKey) keys.getPublic();
  }

  // RFC 9053 §7.1.1: kty 2, alg -7, crv 1, x, y.
  private static byte[] cose(ECPublicKey key) {
    return joined(
        new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21},
        cbor(unsigned(key.getW().getAffineX(), COORDINATE)),
        new byte[] {0x22},
        cbor(unsigned(key.getW().getAffineY(), COORDINATE)));
  }

  // RFC 8230 §4, RFC 8812 §2: kty 3, alg -257, n, e.
  private static byte[] cose(RSAPublicKey key) {
    return joined(
        new byte[] {(byte) 0xa4, 0x01, 0x03, 0x03, 0x39, 0x01, 0x00, 0x20},
        cbor(unsigned(key.getModulus(), key.getModulus().bitLength() / 8)),
        new byte[] {0x21},
        cbor(unsigned(key.getPublicExponent(), 3)));
  }

  private static byte[] unsigned(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    byte[] out = new byte[length];
    int skipped = Math.max(0, bytes.length - length);
    int used = bytes.length - skipped;
    System.arraycopy(bytes, skipped, out, length - used, used);
    return out;
  }

  // RFC 8949 §3.1: major type 3 is a text, 2 a string of bytes.
  private static byte[] cbor(String text) {
    byte[] bytes = text.getBytes(US_ASCII);
    return joined(new byte[] {(byte) (0x60 | bytes.length)}, bytes);
  }

  private static byte[] cbor(byte[] bytes) {
    byte[] head =
        bytes.length < 24
            ? new byte[] {(byte) (0x40 | bytes.length)}
            : bytes.length < 256
                ? new byte[] {0x58, (byte) bytes.length}
                : new byte[] {0x59, (byte) (bytes.length >> 8), (byte) bytes.length};
    return joined(head, bytes);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
