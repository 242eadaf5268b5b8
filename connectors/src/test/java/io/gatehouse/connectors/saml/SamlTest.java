package io.gatehouse.connectors.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.SocialUserInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SamlTest {
  private final Saml saml = new Saml();

  @Test
  void whatIsNotEnteredIsAsUsual() {
    SamlConfig config = saml.config(config());
    assertNull(config.signInEndpoint());
    assertNull(config.signature());
    assertNull(config.decryptionKey());
    assertNull(config.skew());
    assertEquals("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified", config.nameIdFormat());
  }

  @Test
  void keysAreNeededOnlyWhereTheyAreUsed() {
    assertRefused("privateKey", config().put("signAuthnRequest", true));
    assertRefused("encPrivateKey", config().put("encryptAssertion", true));
    SamlConfig config =
        saml.config(
            config()
                .put("signAuthnRequest", true)
                .put("privateKey", "pem")
                .put("privateKeyPass", "pass")
                .put("timeout", 5000));
    assertEquals(
        new SamlConfig.Signing(
            new SamlConfig.Key("pem", "pass"), "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"),
        config.signature());
    assertFalse(config.toString().contains("pem"), "keys stay out of logs");
    assertEquals(Duration.ofSeconds(5), config.skew());
  }

  @Test
  void whatCannotBeIsRefused() {
    assertRefused("timeout", config().put("timeout", 86_400_000));
    assertRefused("signInEndpoint", config().put("signInEndpoint", "nowhere"));
    assertRefused("assertionConsumerServiceUrl", config().put("assertionConsumerServiceUrl", "x"));
    assertRefused("nameIDFormat", config().put("nameIDFormat", "urn:other"));
    assertRefused("requestSignatureAlgorithm", config().put("requestSignatureAlgorithm", "md5"));
  }

  @Test
  void attributesAreTakenByTheirWholeNames() {
    ObjectNode config = config();
    config.putObject("profileMap").put("email", "urn:oid:0.9.2342").put("name", "http://a/b.c");
    SocialUserInfo ada =
        saml.person(
            Map.of(
                "id", List.of("7"),
                "nameID", List.of("ada"),
                "urn:oid:0.9.2342", List.of("ada@example.org", "a@example.org"),
                "http://a/b.c", List.of(" ", "Ada")),
            config);
    assertEquals("7", ada.id());
    assertEquals("ada@example.org", ada.email());
    assertEquals("Ada", ada.name());
    assertNull(ada.phone());
    JsonNode raw = Objects.requireNonNull(ada.rawData());
    assertEquals("a@example.org", raw.at("/urn:oid:0.9.2342/1").textValue());
    assertEquals("ada", raw.path("nameID").textValue());
  }

  @Test
  void theSubjectsNameStandsInForAnIdOnlyWhereNoneWasChosen() {
    Map<String, List<String>> said = Map.of("nameID", List.of("ada"));
    assertEquals("ada", saml.person(said, config()).id());
    ObjectNode chosen = config();
    chosen.putObject("profileMap").put("id", "uid");
    ConnectorException refused =
        assertThrows(ConnectorException.class, () -> saml.person(said, chosen));
    assertEquals("connector.invalid_response", refused.code());
  }

  private void assertRefused(String field, ObjectNode config) {
    ConnectorException refused = assertThrows(ConnectorException.class, () -> saml.check(config));
    assertEquals("connector.invalid_config", refused.code());
    JsonNode data = Objects.requireNonNull(refused.data());
    assertEquals(field, data.at("/issues/0/path/0").textValue());
  }

  private static ObjectNode config() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("entityID", "urn:us")
        .put("x509Certificate", "MIIB")
        .put("idpMetadataXml", "<EntityDescriptor/>")
        .put("assertionConsumerServiceUrl", "https://us.example/acs");
  }
}
