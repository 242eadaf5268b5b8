package io.gatehouse.oidc.token;

import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.ResourceDirectory;
import io.gatehouse.oidc.client.ResourceDirectory.Target;
import io.gatehouse.oidc.client.TargetResources;
import io.gatehouse.oidc.issue.Tokens;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.Scopes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * An application acts for itself: a token for one API resource, with the scopes that its roles give
 * it there. Everything it needs is in memory.
 *
 * <p>Source: [RFC 6749 §4.4](https://www.rfc-editor.org/rfc/rfc6749#section-4.4)
 */
@Singleton
final class ClientCredentialsGrant implements Grant {
  private final TargetResources targets;
  private final ResourceDirectory directory;
  private final Tokens tokens;

  ClientCredentialsGrant(TargetResources targets, ResourceDirectory directory, Tokens tokens) {
    this.targets = targets;
    this.directory = directory;
    this.tokens = tokens;
  }

  @Override
  public String type() {
    return "client_credentials";
  }

  @Override
  public String logKey() {
    return "ExchangeTokenBy.ClientCredentials";
  }

  @Override
  public boolean allowedFor(Client client) {
    return client.mayUseClientCredentials();
  }

  @Override
  public TokenAnswer answer(TokenRequest request) {
    Target target = target(request);
    Scopes asked = Scopes.parse(request.parameters().get("scope"));
    Scopes granted =
        asked.and(
            directory.machineScopes(request.tenant().id(), request.clientId(), target.indicator()));
    Scopes scope = granted.isEmpty() ? null : granted;
    var access =
        new Tokens.Access(
            request.clientId(),
            request.clientId(),
            target.indicator(),
            scope,
            target.accessTokenLife());
    return new TokenAnswer(
        tokens.accessToken(request.tenant(), access, request.now()),
        target.accessTokenLife().toSeconds(),
        null,
        null,
        scope == null ? null : scope.toString(),
        "Bearer",
        null);
  }

  private Target target(TokenRequest request) {
    List<String> resources = request.parameters().all("resource");
    if (resources.size() > 1) {
      throw OAuthError.INVALID_TARGET.because(
          "only a single resource indicator value is supported for this grant type");
    }
    return resources.isEmpty()
        ? targets
            .byDefault(request.tenant())
            .orElseThrow(() ->
                OAuthError.INVALID_TARGET.because("resource indicator is missing, or unknown"))
        : targets.require(request.tenant(), resources.getFirst());
  }
}
