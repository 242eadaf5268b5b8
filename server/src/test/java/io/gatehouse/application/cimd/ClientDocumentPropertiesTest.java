package io.gatehouse.application.cimd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.ClientIdUrl;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class ClientDocumentPropertiesTest {
  private static final ClientIdUrl ID =
      ClientIdUrl.parse("https://agent.example/client.json").orElseThrow();

  @Property
  void anyTextIsADocumentOfThisClientOrNone(@ForAll String text) {
    ClientDocument.read(ID, text).ifPresent(document -> assertEquals(ID, document.id()));
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
