package io.gatehouse.testkit.connector;

import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.ConnectorMetadata.Platform;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.TokenSet;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What mocks share: how administrators tell them apart, and the tokens that they hand out. */
final class Mock {
  private static final String LOGO =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\">"
          + "<circle cx=\"12\" cy=\"12\" r=\"10\" fill=\"#888\"/></svg>";

  private Mock() {}

  static ConnectorMetadata message(String id, String target, String name) {
    return of(id, target, name, null);
  }

  static ConnectorMetadata social(String id, String target, String name) {
    return of(id, target, name, Platform.UNIVERSAL);
  }

  /** What a provider would have handed out, as a callback says it. */
  static TokenSet tokens(Fields in) {
    return new TokenSet(
        Objects.requireNonNullElse(in.optionalText("access_token"), ""),
        Objects.requireNonNullElse(in.optionalText("token_type"), "Bearer"),
        in.coercedNumber("expires_in"),
        in.optionalText("refresh_token"),
        in.optionalText("scope"),
        in.optionalText("id_token"));
  }

  private static ConnectorMetadata of(
      String id, String target, String name, @Nullable Platform platform) {
    return new ConnectorMetadata(
        id,
        target,
        platform,
        Map.of("en", name),
        Map.of("en", "Stands in for a service outside, in tests."),
        "data:image/svg+xml;base64,"
            + Base64.getEncoder().encodeToString(LOGO.getBytes(StandardCharsets.UTF_8)),
        null,
        "# " + name + "\n\nOnly the testkit has this connector.\n",
        Map.of(),
        null,
        List.of(),
        null,
        platform == null ? null : true);
  }
}
