package io.gatehouse.oidc.token.content;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gatehouse.oidc.client.AskableScopes;
import io.gatehouse.oidc.client.AuthorizationDetails;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.ResourceDirectory;
import io.gatehouse.oidc.client.ResourceDirectory.Target;
import io.gatehouse.oidc.client.TargetResources;
import io.gatehouse.oidc.issue.Acr;
import io.gatehouse.oidc.issue.ClaimsRequest;
import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.oidc.issue.OidcScopes;
import io.gatehouse.oidc.issue.Tokens;
import io.gatehouse.oidc.subject.SubjectIdentifiers;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.Scopes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tokens that stand for a person: what the code and the refresh token grants share. */
@Singleton
public class UserTokens {
  private final TargetResources targets;
  private final AskableScopes askable;
  private final Tokens tokens;
  private final CustomClaims custom;
  private final AuthorizationDetails details;
  private final SubjectIdentifiers subjects;

  UserTokens(
      TargetResources targets,
      AskableScopes askable,
      Tokens tokens,
      CustomClaims custom,
      AuthorizationDetails details,
      SubjectIdentifiers subjects) {
    this.targets = targets;
    this.askable = askable;
    this.tokens = tokens;
    this.custom = custom;
    this.details = details;
    this.subjects = subjects;
  }

  /**
   * An access token about to be answered.
   *
   * @param stored whether it is opaque, so that its row must be written
   * @param details what it allows besides scopes
   */
  public record AccessToken(
      String value, Scopes scope, Duration life, boolean stored, @Nullable ArrayNode details) {}

  /**
   * The access token for the request: for the resource it names, else opaque for userinfo, else for
   * the first resource granted.
   */
  public AccessToken accessToken(TokenRequest request, Redeemed redeemed, Scopes asked) {
    ArrayNode asIs =
        details.narrow(redeemed.details(), request.parameters().get(AuthorizationDetails.NAME));
    Redeemed.Organization organization = redeemed.organization();
    if (organization != null && resource(request) == null) {
      return organizationToken(request, redeemed, organization, asked, asIs);
    }
    String indicator = indicator(request, redeemed, asked);
    if (indicator == null) {
      Scopes scope = OidcScopes.of(asked).and(redeemed.granted());
      return new AccessToken(Ids.token(), scope, Tokens.ACCESS_TOKEN_LIFE, true, asIs);
    }
    Target target = targets.require(request.tenant(), indicator);
    Scopes scope = asked.and(at(request, redeemed, indicator));
    var access =
        new Tokens.Access(
            subject(request, redeemed.user().id()),
            request.clientId(),
            indicator,
            scope,
            target.accessTokenLife(),
            organization == null ? null : organization.id(),
            request.confirmation());
    return signed(request, redeemed, access, scope, asIs);
  }

  /** A token for the organization itself, with what the person may do there. */
  private AccessToken organizationToken(
      TokenRequest request,
      Redeemed redeemed,
      Redeemed.Organization organization,
      Scopes asked,
      @Nullable ArrayNode asIs) {
    String template = ResourceDirectory.ORGANIZATIONS;
    Scopes allowed =
        askable
            .of(
                request.tenant(),
                request.caller().client(),
                Map.of(template, organization.scopes()))
            .getOrDefault(template, Scopes.NONE);
    Scopes scope = asked.and(allowed);
    var access =
        new Tokens.Access(
            subject(request, redeemed.user().id()),
            request.clientId(),
            Tokens.organizationAudience(organization.id()),
            scope,
            Tokens.ACCESS_TOKEN_LIFE,
            null,
            request.confirmation());
    return signed(request, redeemed, access, scope, asIs);
  }

  private AccessToken signed(
      TokenRequest request,
      Redeemed redeemed,
      Tokens.Access access,
      Scopes scope,
      @Nullable ArrayNode asIs) {
    ArrayNode allowed = details.at(request.tenant(), asIs, access.audience());
    Redeemed.Organization organization = redeemed.organization();
    var more =
        custom.ofPerson(request, redeemed, access, organization == null ? null : organization.id());
    return new AccessToken(
        tokens.accessToken(
            request.tenant(),
            request.caller().client(),
            access,
            id ->
                withDetails(
                    allowed, withSignIn(redeemed, withActor(request, redeemed, more.of(id)))),
            request.now()),
        scope,
        access.life(),
        false,
        allowed);
  }

  /**
   * How fresh and how strong the sign-in is, where the client asked for one or the other, so that a
   * resource can ask for more. [RFC 9470 §6.1]
   */
  private static Map<String, ?> withSignIn(Redeemed redeemed, Map<String, ?> more) {
    Redeemed.Login login = redeemed.login();
    ClaimsRequest asked = redeemed.claims();
    Map<String, Object> claims = new LinkedHashMap<>(more);
    if (login.timeAsked()) {
      claims.put(ClaimsRequest.AUTH_TIME, login.at().getEpochSecond());
    }
    if (asked != null && asked.asksIdToken(ClaimsRequest.ACR)) {
      claims.put(ClaimsRequest.ACR, Acr.of(login.amr()).value());
    }
    return claims;
  }

  /** "the authorization_details … as a top-level member of the JWT" [RFC 9396 §9.1]. */
  public static Map<String, ?> withDetails(@Nullable ArrayNode allowed, Map<String, ?> more) {
    if (allowed == null) {
      return more;
    }
    Map<String, Object> all = new LinkedHashMap<>(more);
    all.put(AuthorizationDetails.NAME, allowed);
    return all;
  }

  /** "The act claim … identifies the acting party" [RFC 8693 §4.1]. */
  private Map<String, ?> withActor(TokenRequest request, Redeemed redeemed, Map<String, ?> more) {
    String actor = redeemed.actor();
    if (actor == null) {
      return more;
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("act", Map.of("sub", subject(request, actor)));
    all.putAll(more);
    return all;
  }

  /** Whoever can read the token is told no more than the client is. */
  private String subject(TokenRequest request, String userId) {
    return subjects.of(request.tenant(), request.caller().client(), userId);
  }

  /** What the person may do there through the grant, as far as the client may have it. */
  private Scopes at(TokenRequest request, Redeemed redeemed, String indicator) {
    return askable
        .of(request.tenant(), request.caller().client(), Map.of(indicator, redeemed.at(indicator)))
        .getOrDefault(indicator, Scopes.NONE);
  }

  /**
   * The resource that the request is for, if it names one. A token has one audience: of several
   * named at once none can be chosen, so they stand for the tenant's default.
   */
  public @Nullable String resource(TokenRequest request) {
    List<String> named = request.parameters().all("resource");
    return switch (named.size()) {
      case 0 -> null;
      case 1 -> named.getFirst();
      default ->
          targets.byDefault(request.tenant()).map(ResourceDirectory.Target::indicator).orElse(null);
    };
  }

  private @Nullable String indicator(TokenRequest request, Redeemed redeemed, Scopes asked) {
    String named = resource(request);
    if (named != null) {
      // "the requested resource … must be one of those originally granted" [RFC 8707 §2.2]
      if (!redeemed.resources().contains(named)) {
        throw OAuthError.INVALID_TARGET.because("resource indicator is missing, or unknown");
      }
      return named;
    }
    if (asked.has(Scopes.OPENID) || redeemed.resources().isEmpty()) {
      return null;
    }
    return redeemed.resources().getFirst();
  }

  /** The ID token, when the scope has openid. */
  public @Nullable String idToken(TokenRequest request, Redeemed redeemed, Scopes asked) {
    if (!asked.has(Scopes.OPENID)) {
      return null;
    }
    Client client = request.caller().client();
    Redeemed.Login login = redeemed.login();
    var how =
        new Tokens.Authentication(
            redeemed.nonce(),
            login.timeAsked() ? login.at() : null,
            client.namesSessions() ? login.sessionId() : null,
            login.amr(),
            redeemed.claims(),
            Tokens.Beside.NOTHING);
    Scopes scope = OidcScopes.of(asked).and(redeemed.granted());
    return tokens.idToken(request.tenant(), client, redeemed.person(), scope, how, request.now());
  }

  /**
   * The key that a refresh token is bound to: a public client's, which has nothing else to show.
   * "The client's use of its … credentials … protect refresh tokens issued to confidential clients"
   * [RFC 9449 §5].
   */
  public static @Nullable Confirmation boundTo(TokenRequest request) {
    return request.caller().client().confidential() ? null : Confirmation.of(request.key(), null);
  }

  /** When a refresh token of this client that is made now ends. */
  public static Instant refreshTokenEnd(Client client, Instant now) {
    return now.plus(client.application().customClientMetadata().refreshTokenLife());
  }
}
