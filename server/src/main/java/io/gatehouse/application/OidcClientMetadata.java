package io.gatehouse.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the protocol must know of an application. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OidcClientMetadata(
    @Nullable List<String> redirectUris,
    @Nullable List<String> postLogoutRedirectUris,
    @Nullable String backchannelLogoutUri,
    @Nullable Boolean backchannelLogoutSessionRequired,
    @Nullable String logoUri) {
  public static final OidcClientMetadata EMPTY =
      new OidcClientMetadata(List.of(), List.of(), null, null, null);

  public OidcClientMetadata {
    redirectUris = redirectUris == null ? List.of() : List.copyOf(redirectUris);
    postLogoutRedirectUris =
        postLogoutRedirectUris == null ? List.of() : List.copyOf(postLogoutRedirectUris);
  }

  @Override
  public List<String> redirectUris() {
    return redirectUris == null ? List.of() : redirectUris;
  }

  @Override
  public List<String> postLogoutRedirectUris() {
    return postLogoutRedirectUris == null ? List.of() : postLogoutRedirectUris;
  }
}
