package io.gatehouse.credential.passkey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.testing.Fuzz;
import io.gatehouse.testing.SoftAuthenticator;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Answers of authenticators, byte by byte almost right. */
class CeremonyFuzzTest {
  private static final RelyingParty SITE = RelyingParty.of(URI.create("http://localhost:3001"));
  private static final Ceremonies CEREMONIES = new Ceremonies();
  private static final SoftAuthenticator DEVICE = SoftAuthenticator.es256();
  private static final RegistrationOptions MAKE =
      CEREMONIES.make(SITE, "u5er0000test", "ada", List.of());
  private static final ObjectNode MADE = DEVICE.make(json(MAKE));
  private static final Passkey PASSKEY =
      CEREMONIES.made(SITE, MAKE.challenge(), read(MADE, RegistrationAnswer.class));
  private static final AuthenticationOptions SHOW = CEREMONIES.show(SITE, List.of(PASSKEY));
  private static final ObjectNode SHOWN = DEVICE.show(json(SHOW));
  private static final List<String> OF_MADE = List.of("attestationObject", "clientDataJSON");
  private static final List<String> OF_SHOWN =
      List.of("authenticatorData", "clientDataJSON", "signature", "userHandle");

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void passkeysThatAreMade(@ForAll long number) {
    String member = one(OF_MADE, number);
    bytes(MADE, member)
        .feed(
            number,
            text ->
                CEREMONIES.made(
                    SITE,
                    MAKE.challenge(),
                    read(with(MADE, member, text), RegistrationAnswer.class)));
  }

  @Property(tries = Fuzz.DEAR_TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void passkeysThatAreShown(@ForAll long number) {
    String member = one(OF_SHOWN, number);
    bytes(SHOWN, member)
        .feed(
            number,
            text ->
                CEREMONIES.shown(
                    SITE,
                    SHOW.challenge(),
                    PASSKEY,
                    read(with(SHOWN, member, text), AuthenticationAnswer.class)));
  }

  private static String one(List<String> members, long number) {
    return members.get((int) Long.remainderUnsigned(number, members.size()));
  }

  private static Fuzz bytes(ObjectNode answer, String member) {
    return Fuzz.like(Base64.getUrlDecoder().decode(answer.path("response").path(member).asText()));
  }

  private static ObjectNode with(ObjectNode answer, String member, String bytes) {
    ObjectNode changed = answer.deepCopy();
    changed
        .withObject("/response")
        .put(
            member,
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.getBytes(ISO_8859_1)));
    return changed;
  }

  private static <T> T read(ObjectNode json, Class<T> type) {
    return JsonCodec.mapper().convertValue(json, type);
  }

  private static JsonNode json(Object options) {
    return JsonCodec.mapper().valueToTree(options);
  }
}
