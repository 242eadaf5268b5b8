package io.gatehouse.application.metadata;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.platform.input.ShapedBy;
import io.gatehouse.platform.input.Url;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the protocol must know of an application. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OidcClientMetadata(
    List<@ShapedBy(RedirectUriShape.class) String> redirectUris,
    List<@ShapedBy(RedirectUriShape.class) String> postLogoutRedirectUris,
    @Nullable @Url String backchannelLogoutUri,
    @Nullable Boolean backchannelLogoutSessionRequired,
    @Nullable String logoUri) {
  public static final OidcClientMetadata EMPTY =
      new OidcClientMetadata(List.of(), List.of(), null, null, null);

  public OidcClientMetadata {
    redirectUris = List.copyOf(redirectUris);
    postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
  }
}
