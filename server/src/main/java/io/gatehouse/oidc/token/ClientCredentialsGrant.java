package io.gatehouse.oidc.token;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gatehouse.oidc.client.AuthorizationDetails;
import io.gatehouse.oidc.client.ResourceDirectory;
import io.gatehouse.oidc.client.ResourceDirectory.MachineMembership;
import io.gatehouse.oidc.client.ResourceDirectory.Target;
import io.gatehouse.oidc.client.TargetResources;
import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.oidc.issue.Tokens;
import io.gatehouse.oidc.token.content.CustomClaims;
import io.gatehouse.oidc.token.content.OrganizationRefusal;
import io.gatehouse.oidc.token.content.TokenRequest;
import io.gatehouse.oidc.token.content.UserTokens;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.Scopes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * An application acts for itself: a token for one API resource, with the scopes that its roles give
 * it there, or for an organization that it belongs to, or for both. Without an organization,
 * everything it needs is in memory.
 *
 * <p>Source: [RFC 6749 §4.4](https://www.rfc-editor.org/rfc/rfc6749#section-4.4)
 */
@Singleton
final class ClientCredentialsGrant implements Grant {
  private final TargetResources targets;
  private final ResourceDirectory directory;
  private final Tokens tokens;
  private final CustomClaims custom;
  private final AuthorizationDetails details;

  ClientCredentialsGrant(
      TargetResources targets,
      ResourceDirectory directory,
      Tokens tokens,
      CustomClaims custom,
      AuthorizationDetails details) {
    this.details = details;
    this.targets = targets;
    this.directory = directory;
    this.tokens = tokens;
    this.custom = custom;
  }

  @Override
  public Kind kind() {
    return Kind.CLIENT_CREDENTIALS;
  }

  @Override
  public TokenAnswer answer(TokenRequest request) {
    String organization = request.parameters().get("organization_id");
    Optional<MachineMembership> membership =
        Optional.ofNullable(organization).map(id -> membership(request, id));
    if (organization != null && request.parameters().all("resource").isEmpty()) {
      return inOrganization(request, organization, membership.orElseThrow().scopes());
    }
    Target target = target(request);
    Scopes available =
        membership
            .map(each -> each.resources().getOrDefault(target.indicator(), Scopes.NONE))
            .orElseGet(() ->
                directory.machineScopes(
                    request.tenant().id(), request.clientId(), target.indicator()));
    Scopes granted = asked(request).and(available);
    return answer(
        request,
        new Tokens.Access(
            request.clientId(),
            request.clientId(),
            target.indicator(),
            granted.isEmpty() ? null : granted,
            target.accessTokenLife(),
            organization,
            request.confirmation()));
  }

  private TokenAnswer inOrganization(TokenRequest request, String organization, Scopes available) {
    return answer(
        request,
        new Tokens.Access(
            request.clientId(),
            request.clientId(),
            Tokens.organizationAudience(organization),
            asked(request).and(available),
            Tokens.ACCESS_TOKEN_LIFE,
            null,
            request.confirmation()));
  }

  private TokenAnswer answer(TokenRequest request, Tokens.Access access) {
    var more = custom.ofMachine(request, access, request.parameters().get("organization_id"));
    ArrayNode allowed =
        details.at(
            request.tenant(),
            details.read(
                request.tenant(),
                request.caller().client(),
                request.parameters().get(AuthorizationDetails.NAME)),
            access.audience());
    String token =
        tokens.accessToken(
            request.tenant(),
            request.caller().client(),
            access,
            id -> UserTokens.withDetails(allowed, more.of(id)),
            request.now());
    return new TokenAnswer(
            token,
            access.life().toSeconds(),
            null,
            null,
            access.scope() == null ? null : access.scope().toString(),
            Confirmation.tokenType(request.confirmation()),
            null)
        .with(allowed);
  }

  private MachineMembership membership(TokenRequest request, String organization) {
    return directory
        .machineMembership(request.tenant().id(), request.clientId(), organization)
        .orElseThrow(OrganizationRefusal.MEMBER::exception);
  }

  private static Scopes asked(TokenRequest request) {
    return Scopes.parse(request.parameters().get("scope"));
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
