package io.gatehouse.connectors.saml;

import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator enters.
 *
 * @param entityId what the provider calls us; its assertions are for this audience
 * @param signInEndpoint where requests go, if not where the metadata say
 * @param certificate of the key by which the provider signs, in PEM or its bare base64; those in
 *     the metadata count too
 * @param metadata of the provider, XML
 * @param assertionConsumerService where the provider sends its responses
 * @param signature how requests are signed; null where they are not
 * @param decryptionKey null where assertions are not encrypted
 * @param nameIdFormat how the provider should name people
 * @param skew how far its clock and ours may be apart; null for as far as usual
 * @param profileMap which attributes tell what
 */
public record SamlConfig(
    String entityId,
    @Nullable String signInEndpoint,
    String certificate,
    String metadata,
    String assertionConsumerService,
    @Nullable Signing signature,
    @Nullable Key decryptionKey,
    String nameIdFormat,
    @Nullable Duration skew,
    AttributeMap profileMap) {
  private static final long LONGEST_SKEW = Duration.ofMinutes(10).toMillis();
  private static final String XMLDSIG_MORE = "http://www.w3.org/2001/04/xmldsig-more#";
  private static final String NAME_ID = "urn:oasis:names:tc:SAML:";

  /** A private key in PEM, and its password if it has one. */
  public record Key(String pem, @Nullable String password) {
    /** Without the key. */
    @Override
    public String toString() {
      return "a private key";
    }
  }

  /** What requests are signed with, by the algorithm's name in XML. */
  public record Signing(Key key, String algorithm) {}

  static SamlConfig of(JsonNode json) {
    return Fields.read(json, INVALID_CONFIG, SamlConfig::of);
  }

  private static SamlConfig of(Fields in) {
    String algorithm =
        in.choice(
            "requestSignatureAlgorithm",
            XMLDSIG_MORE + "rsa-sha256",
            XMLDSIG_MORE + "rsa-sha512",
            "http://www.w3.org/2000/09/xmldsig#rsa-sha1");
    in.choice("messageSigningOrder", "sign-then-encrypt", "encrypt-then-sign");
    String endpoint = in.optionalText("signInEndpoint");
    return new SamlConfig(
        in.text("entityID"),
        endpoint == null || endpoint.isBlank() ? null : in.url("signInEndpoint").toString(),
        in.text("x509Certificate"),
        in.text("idpMetadataXml"),
        in.url("assertionConsumerServiceUrl").toString(),
        in.flag("signAuthnRequest")
            ? new Signing(key(in, "privateKey", "privateKeyPass"), algorithm)
            : null,
        in.flag("encryptAssertion") ? key(in, "encPrivateKey", "encPrivateKeyPass") : null,
        in.choice(
            "nameIDFormat",
            NAME_ID + "1.1:nameid-format:unspecified",
            NAME_ID + "1.1:nameid-format:emailAddress",
            NAME_ID + "1.1:nameid-format:X509SubjectName",
            NAME_ID + "2.0:nameid-format:persistent",
            NAME_ID + "2.0:nameid-format:transient"),
        skew(in),
        in.nested("profileMap", AttributeMap::of));
  }

  private static Key key(Fields in, String pem, String password) {
    return new Key(in.text(pem), in.optionalText(password));
  }

  private static @Nullable Duration skew(Fields in) {
    Long millis = in.coercedNumber("timeout");
    if (millis == null) {
      return null;
    }
    if (millis < 0 || millis > LONGEST_SKEW) {
      in.refuse("timeout", "Must be at most ten minutes, in milliseconds.");
    }
    return Duration.ofMillis(millis);
  }
}
