package io.gatehouse.application.metadata;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.platform.input.ShapedBy;
import io.gatehouse.platform.input.Url;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the protocol must know of an application. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OidcClientMetadata(
    List<@ShapedBy(RedirectUriShape.class) String> redirectUris,
    List<@ShapedBy(RedirectUriShape.class) String> postLogoutRedirectUris,
    @Nullable @Url String backchannelLogoutUri,
    @Nullable Boolean backchannelLogoutSessionRequired,
    @Nullable String logoUri) {
  private static final Pattern LOOPBACK =
      Pattern.compile("http://(localhost|127\\.0\\.0\\.1|\\[::1])([:/].*)?");

  public static final OidcClientMetadata EMPTY =
      new OidcClientMetadata(List.of(), List.of(), null, null, null);

  public OidcClientMetadata {
    redirectUris = List.copyOf(redirectUris);
    postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
  }

  /**
   * Whether answers travel over TLS, or never over a network: "shall not transmit authorization
   * responses over unencrypted network connections" [FAPI 2.0 Security Profile §5.3.2.2].
   */
  public boolean answeredSafely() {
    return redirectUris.stream()
        .allMatch(uri -> uri.startsWith("https://") || LOOPBACK.matcher(uri).matches());
  }
}
