package io.gatehouse.connectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.Connector.Type;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every installed connector must be like. */
class ConnectorsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> LANGUAGES = List.of("en", "zh-CN", "pt-BR", "fr", "es");

  /** Those that the contract does not know. */
  private static final Set<String> OURS =
      Set.of(
          "aws-sns-sms",
          "brevo-email",
          "infobip-sms",
          "mailjet-email",
          "messagebird-sms",
          "microsoft-graph-email",
          "notion-universal",
          "plivo-sms",
          "resend-email",
          "tiktok-universal",
          "twitch-universal",
          "yahoo-universal",
          "zoom-universal");

  static Stream<Connector> installed() {
    return Connectors.installed().all().stream();
  }

  @Test
  void theConnectorsOfThisModuleAreFound() {
    assertEquals(
        List.of(
            "alipay-native",
            "alipay-web",
            "aliyun-direct-mail",
            "aliyun-short-message-auth-service",
            "aliyun-short-message-service",
            "amazon-universal",
            "apple-universal",
            "aws-ses-mail",
            "aws-sns-sms",
            "azuread-universal",
            "brevo-email",
            "dingtalk-web",
            "discord-universal",
            "facebook-universal",
            "feishu-web",
            "gatewayapi-sms",
            "github-universal",
            "gitlab-universal",
            "google-universal",
            "http-email",
            "http-sms",
            "huggingface-universal",
            "infobip-sms",
            "kakao-universal",
            "kook-universal",
            "line-universal",
            "linkedin-universal",
            "mailgun-email",
            "mailjet-email",
            "mailjunky-email-service",
            "messagebird-sms",
            "microsoft-graph-email",
            "naver-universal",
            "notion-universal",
            "oauth2",
            "oidc",
            "patreon-universal",
            "plivo-sms",
            "postmark-mail",
            "qq-universal",
            "resend-email",
            "saml",
            "sendgrid-email-service",
            "simple-mail-transfer-protocol",
            "slack-universal",
            "smsaero-short-message-service",
            "smsbao-sms",
            "smtp2go-email-service",
            "tencent-short-message-service",
            "tiktok-universal",
            "twilio-short-message-service",
            "twitch-universal",
            "vonage-sms",
            "wechat-native",
            "wechat-web",
            "wecom-universal",
            "whatsapp-short-message-service",
            "x-universal",
            "xiaomi-universal",
            "yahoo-universal",
            "yunpian-sms",
            "zoom-universal"),
        installed().map(it -> it.metadata().id()).toList());
  }

  @Test
  void twoConnectorsOfOneIdAreRefused() {
    Connector one = installed().findFirst().orElseThrow();
    assertThrows(IllegalStateException.class, () -> new Connectors(List.of(one, one)));
  }

  @Test
  void oneThatIsFoundAgainIsTheSame() {
    Connectors connectors = Connectors.installed();
    assertSame(connectors.find("oidc").orElseThrow(), connectors.find("oidc").orElseThrow());
    assertTrue(connectors.all().contains(connectors.find("oidc").orElseThrow()));
    assertTrue(connectors.find("none").isEmpty());
  }

  @ParameterizedTest
  @MethodSource("installed")
  void isFoundByItsIdAlone(Connector connector) {
    assertEquals(connector.metadata().id(), ConnectorMetadata.idBeside(connector.getClass()));
  }

  @ParameterizedTest
  @MethodSource("installed")
  void speaksFiveLanguages(Connector connector) {
    assertEquals(LANGUAGES, List.copyOf(connector.metadata().name().keySet()));
    assertEquals(LANGUAGES, List.copyOf(connector.metadata().description().keySet()));
    Stream.concat(
            connector.metadata().name().values().stream(),
            connector.metadata().description().values().stream())
        .forEach(text -> assertFalse(text.isBlank()));
  }

  @ParameterizedTest
  @MethodSource("installed")
  void bringsItsLogoAndReadme(Connector connector) {
    String logo = connector.metadata().logo();
    String prefix = "data:image/svg+xml;base64,";
    assertTrue(logo.startsWith(prefix));
    var svg =
        new String(
            Base64.getDecoder().decode(logo.substring(prefix.length())), StandardCharsets.UTF_8);
    assertTrue(svg.startsWith("<svg") && !svg.contains("<script"), svg);
    assertTrue(connector.metadata().readme().startsWith("# "));
  }

  @ParameterizedTest
  @MethodSource("installed")
  void itsReadmeNamesEveryFieldOfTheFormInEveryLanguage(Connector connector) {
    for (String language : LANGUAGES) {
      String readme = connector.metadata().readme(language);
      for (FormItem item : connector.metadata().formItems()) {
        for (String word : item.label().split(" ")) {
          assertTrue(readme.contains(word), item.label() + " in " + readme);
        }
      }
      assertEquals(language.equals("en"), readme.equals(connector.metadata().readme()), language);
    }
    assertEquals(connector.metadata().readme(), connector.metadata().readme("xx"));
    assertFalse(JSON.valueToTree(connector.metadata()).has("readmes"));
  }

  @ParameterizedTest
  @MethodSource("installed")
  void refusesAnEmptyConfigurationAndNamesTheRequiredFields(Connector connector) {
    var refusal =
        assertThrows(
            ConnectorException.class, () -> connector.check(JsonNodeFactory.instance.objectNode()));
    assertEquals("connector.invalid_config", refusal.code());
    assertEquals(400, refusal.status());
    var named =
        StreamSupport.stream(SocialTrip.data(refusal).path("issues").spliterator(), false)
            .map(issue -> issue.path("path").path(0).asText())
            .toList();
    connector.metadata().formItems().stream()
        .filter(item -> Boolean.TRUE.equals(item.required()))
        .filter(item -> item.defaultValue() == null && item.showConditions() == null)
        .forEach(item -> assertTrue(named.contains(item.key()), item.key() + " in " + named));
  }

  @ParameterizedTest
  @MethodSource("installed")
  void refusesAConfigurationThatIsNoObject(Connector connector) {
    assertThrows(
        ConnectorException.class, () -> connector.check(JsonNodeFactory.instance.arrayNode()));
  }

  @ParameterizedTest
  @MethodSource("installed")
  void isWrittenAsTheContractsFactory(Connector connector) {
    JsonNode json = JSON.valueToTree(connector.metadata());
    assertTrue(json.has("logoDark") && json.has("platform"));
    assertEquals(connector.type() == Type.SOCIAL, json.path("platform").isTextual());
    assertEquals(connector.metadata().standard(), json.path("isStandard").asBoolean(false));
    assertFalse(json.has("standard"));
  }

  @ParameterizedTest
  @MethodSource("installed")
  void agreesWithTheContract(Connector connector) throws IOException {
    Path file = contract();
    assumeTrue(
        Files.exists(file), "skipped: " + file + " is not there (-Dgatehouse.contract=<folder>)");
    Optional<JsonNode> expected =
        StreamSupport.stream(JSON.readTree(file.toFile()).spliterator(), false)
            .filter(it -> it.path("id").asText().equals(connector.metadata().id()))
            .findFirst();
    assertEquals(OURS.contains(connector.metadata().id()), expected.isEmpty());
    expected.ifPresent(it -> assertEquals(it, asTheContractWritesIt(connector)));
  }

  /**
   * The folder that the property names, else {@code shared/contract} beside one of the folders
   * above.
   */
  private static Path contract() {
    String folder = System.getProperty("gatehouse.contract", "shared/contract");
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .map(above -> above.resolve(folder).resolve("connector-factories.json"))
        .filter(Files::exists)
        .findFirst()
        .orElse(Path.of(folder, "connector-factories.json"));
  }

  private static ObjectNode asTheContractWritesIt(Connector connector) {
    ObjectNode json = JSON.valueToTree(connector.metadata());
    json.put("type", connector.type().wire());
    json.put("name", connector.metadata().name().get("en"));
    json.put("hasDarkLogo", connector.metadata().logoDark() != null);
    json.remove(List.of("description", "logo", "logoDark", "readme", "configTemplate"));
    if (json.path("platform").isNull()) {
      json.remove("platform");
    }
    for (JsonNode item : json.path("formItems")) {
      ((ObjectNode) item).remove(List.of("placeholder", "description", "tooltip"));
      JsonNode first = item.path("defaultValue").path(0);
      if (item.path("key").asText().equals("templates")) {
        ((ObjectNode) item).set("defaultValue", shape(item.path("defaultValue"), first));
      }
      if (item.path("key").asText().equals("deliveries")) {
        ObjectNode shape = JSON.createObjectNode();
        item.path("defaultValue").fieldNames().forEachRemaining(shape.putArray("shapeOf")::add);
        ((ObjectNode) item).set("defaultValue", shape.putNull("usageTypes"));
      }
    }
    return json;
  }

  private static ObjectNode shape(JsonNode templates, JsonNode first) {
    ObjectNode shape = JSON.createObjectNode();
    var keys = shape.putArray("shapeOf");
    first.fieldNames().forEachRemaining(keys::add);
    var types = shape.putArray("usageTypes");
    templates.forEach(template -> types.add(template.path("usageType").asText()));
    return shape;
  }
}
