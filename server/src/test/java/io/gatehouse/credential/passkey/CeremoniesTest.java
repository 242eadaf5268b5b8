package io.gatehouse.credential.passkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.SoftAuthenticator;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CeremoniesTest {
  private static final RelyingParty SITE = RelyingParty.of(URI.create("http://localhost:3001"));
  private static final String USER = "u5er0000test";

  private final Ceremonies ceremonies = new Ceremonies();

  @Test
  @Spec("WebAuthn §5.1.9")
  void whatIsAskedForIsAPasskeyThatCanBeFoundAndMakesSureOfItsOwner() {
    Passkey own = made(SoftAuthenticator.es256());
    JsonNode options = json(ceremonies.make(SITE, USER, "ada", List.of(own)));
    assertEquals("localhost", options.at("/rp/id").asText());
    assertEquals("ada", options.at("/user/name").asText());
    assertEquals(USER, new String(bytes(options.at("/user/id").asText())));
    assertTrue(bytes(options.get("challenge").asText()).length >= 32);
    assertEquals(-7, options.at("/pubKeyCredParams/0/alg").asInt());
    assertEquals(-257, options.at("/pubKeyCredParams/1/alg").asInt());
    assertEquals(60_000, options.get("timeout").asInt());
    assertEquals("required", options.at("/authenticatorSelection/residentKey").asText());
    assertEquals("required", options.at("/authenticatorSelection/userVerification").asText());
    assertEquals("none", options.get("attestation").asText());
    assertEquals(own.id(), options.at("/excludeCredentials/0/id").asText());
    assertEquals("internal", options.at("/excludeCredentials/0/transports/0").asText());
    assertNotEquals(
        options.get("challenge"),
        json(ceremonies.make(SITE, USER, "ada", List.of())).get("challenge"));
  }

  @Test
  @Spec("WebAuthn §7.2")
  void aPasskeyOfEitherAlgorithmIsMadeAndShownAgainAndAgain() {
    for (SoftAuthenticator device : List.of(SoftAuthenticator.es256(), SoftAuthenticator.rs256())) {
      Passkey passkey = made(device);
      assertEquals(device.id(), passkey.id());
      assertEquals(List.of("internal"), passkey.transports(), "what nobody knows is left out");
      Passkey.Use first = shown(passkey, device);
      assertEquals(1, first.signCount());
      assertEquals(2, shown(counted(passkey, first), device).signCount());
    }
  }

  @Test
  @Spec("WebAuthn §6.1.3")
  void whetherAPasskeyCanBeCopiedIsToldOnceAndForAll() {
    SoftAuthenticator device = SoftAuthenticator.es256().synced();
    Passkey passkey = made(device);
    assertTrue(passkey.backupEligible());
    assertTrue(passkey.backedUp());
    assertEquals(0, shown(passkey, device).signCount(), "those that do not count may stay at zero");
    SoftAuthenticator single = SoftAuthenticator.es256();
    Passkey bound = made(single);
    refused(() -> shown(bound, single.synced()));
    refused(() -> made(SoftAuthenticator.es256().copied()));
  }

  @Test
  @Spec("WebAuthn §7.1")
  void aPasskeyForAnotherPageSiteOrChallengeIsNotTaken() {
    refused(() -> made(SoftAuthenticator.es256().at("https://localhost:3001")));
    refused(() -> made(SoftAuthenticator.es256().at("http://localhost:3002")));
    refused(() -> made(SoftAuthenticator.es256().at("http://localhost:3001.example.org")));
    refused(() -> made(SoftAuthenticator.es256().forSite("example.org")));
    refused(() -> made(SoftAuthenticator.es256().unverified()));
    refused(() -> made(SoftAuthenticator.es256().untouched()));
    RegistrationOptions asked = ceremonies.make(SITE, USER, "ada", List.of());
    RegistrationAnswer answer = registration(SoftAuthenticator.es256().make(json(asked)));
    String other = ceremonies.make(SITE, USER, "ada", List.of()).challenge();
    refused(() -> ceremonies.made(SITE, other, answer));
    assertEquals(answer.id(), ceremonies.made(SITE, asked.challenge(), answer).id());
  }

  @Test
  @Spec("WebAuthn §5.11")
  void pagesOfRelatedOriginsMayAskWhereTheyAreNamed() {
    SoftAuthenticator device = SoftAuthenticator.es256().at("https://shop.example.org");
    RegistrationOptions asked = ceremonies.make(SITE, USER, "ada", List.of());
    RegistrationAnswer answer = registration(device.make(json(asked)));
    refused(() -> ceremonies.made(SITE, asked.challenge(), answer));
    RelyingParty related = SITE.with(List.of("https://shop.example.org"));
    assertEquals(device.id(), ceremonies.made(related, asked.challenge(), answer).id());
  }

  @Test
  @Spec("WebAuthn §7.2")
  void whatIsShownMustBeForThisPageSiteAndChallengeAndOfThisPasskey() {
    SoftAuthenticator device = SoftAuthenticator.es256();
    Passkey passkey = made(device);
    refused(() -> shown(passkey, device.at("https://evil.example.org")));
    device.at("http://localhost:3001");
    refused(() -> shown(passkey, device.forSite("evil.example.org")));
    device.forSite("localhost");
    refused(() -> shown(passkey, SoftAuthenticator.es256()));
    AuthenticationOptions asked = ceremonies.show(SITE, List.of(passkey));
    AuthenticationAnswer answer = authentication(device.show(json(asked)));
    String other = ceremonies.show(SITE, List.of(passkey)).challenge();
    refused(() -> ceremonies.shown(SITE, other, passkey, answer));
    assertTrue(ceremonies.shown(SITE, asked.challenge(), passkey, answer).signCount() > 0);
    refused(() -> shown(passkey, device.unverified()));
    refused(() -> shown(passkey, device.untouched()));
  }

  @Test
  @Spec("WebAuthn §6.1.1")
  void aCountThatDoesNotGoOnIsRefused() {
    SoftAuthenticator device = SoftAuthenticator.es256();
    Passkey passkey = made(device);
    Passkey later = counted(passkey, shown(passkey, device));
    refused(() -> shown(later, device.setBack(1)));
    refused(() -> shown(later, device.setBack(1)));
    assertEquals(2, shown(later, device).signCount());
  }

  @Test
  void whatIsTamperedWithIsRefused() {
    SoftAuthenticator device = SoftAuthenticator.es256();
    Passkey passkey = made(device);
    for (String member : List.of("signature", "authenticatorData", "clientDataJSON")) {
      refused(() -> shown(passkey, device, response -> flip(response, member)));
      refused(() -> shown(passkey, device, response -> response.put(member, "AAAA")));
      refused(() -> shown(passkey, device, response -> response.put(member, "not base64!")));
      refused(() -> shown(passkey, device, response -> cut(response, member)));
    }
    RegistrationOptions asked = ceremonies.make(SITE, USER, "ada", List.of());
    ObjectNode whole = SoftAuthenticator.es256().make(json(asked));
    byte[] attestation = bytes(whole.at("/response/attestationObject").asText());
    for (int length = 0; length < attestation.length; length += 7) {
      ObjectNode less = whole.deepCopy();
      ((ObjectNode) less.get("response"))
          .put("attestationObject", text(Arrays.copyOf(attestation, length)));
      refused(() -> ceremonies.made(SITE, asked.challenge(), registration(less)));
    }
    ObjectNode renamed = whole.deepCopy().put("id", device.id());
    refused(() -> ceremonies.made(SITE, asked.challenge(), registration(renamed)));
    refused(() ->
        ceremonies.made(
            SITE, asked.challenge(), registration(renamed.deepCopy().put("rawId", device.id()))));
  }

  private Passkey made(SoftAuthenticator device) {
    RegistrationOptions asked = ceremonies.make(SITE, USER, "ada", List.of());
    return ceremonies.made(SITE, asked.challenge(), registration(device.make(json(asked))));
  }

  private Passkey.Use shown(Passkey passkey, SoftAuthenticator device) {
    return shown(passkey, device, response -> {});
  }

  private Passkey.Use shown(
      Passkey passkey, SoftAuthenticator device, Consumer<ObjectNode> change) {
    AuthenticationOptions asked = ceremonies.show(SITE, List.of(passkey));
    return ceremonies.shown(
        SITE, asked.challenge(), passkey, authentication(device.show(json(asked), change)));
  }

  private static Passkey counted(Passkey passkey, Passkey.Use use) {
    return new Passkey(
        passkey.id(),
        passkey.publicKey(),
        use.signCount(),
        passkey.transports(),
        passkey.backupEligible(),
        use.backedUp());
  }

  private static void refused(Runnable ceremony) {
    RequestException refusal = assertThrows(RequestException.class, ceremony::run);
    assertSame(PasskeyError.NOT_VERIFIED, refusal.code());
  }

  private static void flip(ObjectNode response, String member) {
    byte[] bytes = bytes(response.get(member).asText());
    bytes[bytes.length / 2] ^= 1;
    response.put(member, text(bytes));
  }

  private static void cut(ObjectNode response, String member) {
    byte[] bytes = bytes(response.get(member).asText());
    response.put(member, text(Arrays.copyOf(bytes, bytes.length - 1)));
  }

  private static RegistrationAnswer registration(ObjectNode json) {
    return read(json, RegistrationAnswer.class);
  }

  private static AuthenticationAnswer authentication(ObjectNode json) {
    return read(json, AuthenticationAnswer.class);
  }

  private static <T> T read(ObjectNode json, Class<T> type) {
    return JsonCodec.mapper().convertValue(json, type);
  }

  private static JsonNode json(Object options) {
    return JsonCodec.mapper().valueToTree(options);
  }

  private static byte[] bytes(String base64Url) {
    return Base64.getUrlDecoder().decode(base64Url);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
