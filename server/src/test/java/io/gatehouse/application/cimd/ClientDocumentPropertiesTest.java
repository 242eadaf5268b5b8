package io.gatehouse.application.cimd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.ClientIdUrl;
import io.gatehouse.testing.Fuzz;
import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;

class ClientDocumentPropertiesTest {
  private static final ClientIdUrl ID =
      ClientIdUrl.parse("https://agent.example/client.json").orElseThrow();

  private static final Fuzz DOCUMENTS =
      Fuzz.like(
          "{\"client_id\":\"https://agent.example/client.json\",\"client_name\":\"Agent\",\"redirect_uris\":"
              + "[\"http://127.0.0.1/cb\",\"https://agent.example/cb\"],\"logo_uri\":\"https://agent.example/l.png\","
              + "\"token_endpoint_auth_method\":\"none\",\"grant_types\":[\"authorization_code\"]}");

  @Property
  void anyTextIsADocumentOfThisClientOrNone(@ForAll String text) {
    ClientDocument.read(ID, text).ifPresent(document -> assertEquals(ID, document.id()));
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatIsAlmostADocumentIsOneOrNone(@ForAll long number) {
    DOCUMENTS.feed(
        number,
        text ->
            ClientDocument.read(ID, text).ifPresent(document -> assertEquals(ID, document.id())));
  }

  @Property
  void anyMembersAreTakenOrRefusedAndRedirectUrisAreNeverDangerous(
      @ForAll @Size(max = 4) List<String> uris, @ForAll String name, @ForAll String method) {
    String text =
        JsonCodec.text(
            Map.of(
                "client_id", ID.toString(),
                "redirect_uris", uris,
                "client_name", name,
                "token_endpoint_auth_method", method));
    ClientDocument.read(ID, text)
        .ifPresent(document -> {
          assertEquals(uris, document.redirectUris());
          assertTrue(document.name().length() <= 128 && !document.name().isEmpty());
          assertTrue(
              document.redirectUris().stream()
                  .noneMatch(uri -> uri.indexOf('*') >= 0 || uri.startsWith("javascript:")));
        });
  }

  @Property
  void anyTextIsAClientIdOrNone(@ForAll String rest) {
    ClientIdUrl.parse("https://" + rest)
        .ifPresent(id -> {
          assertEquals("https://" + rest, id.toString());
          assertTrue(rest.indexOf('#') < 0 && rest.indexOf('/') > 0, rest);
        });
    assertTrue(ClientIdUrl.parse(rest).isEmpty() || rest.startsWith("https://"));
  }
}
