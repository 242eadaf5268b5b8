package io.gatehouse.oidc.userinfo;

import io.gatehouse.oidc.ClientOrigins;
import io.gatehouse.oidc.Dpop;
import io.gatehouse.oidc.OidcErrors;
import io.gatehouse.oidc.OidcForm;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.Clients;
import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.oidc.issue.Tokens;
import io.gatehouse.oidc.issue.UserClaims;
import io.gatehouse.oidc.subject.SubjectIdentifiers;
import io.gatehouse.platform.http.direct.DirectRoutes;
import io.gatehouse.platform.http.listener.ClientCertificates;
import io.gatehouse.platform.once.Once;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.gatehouse.tenant.dpop.DpopProofs;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code /oidc/me}: claims about the person an access token stands for.
 *
 * <p>Source: [OpenID Connect Core
 * §5.3](https://openid.net/specs/openid-connect-core-1_0.html#UserInfo)
 */
@Singleton
class UserinfoResource {
  private static final int LONGEST_TOKEN = 8_192;

  private final UserinfoStore store;
  private final Clients clients;
  private final TenantResolver tenants;
  private final OidcErrors errors;
  private final Dpop dpop;
  private final ClientCertificates certificates;
  private final Tokens tokens;
  private final SubjectIdentifiers subjects;
  private final InstantSource clock;
  private final Once once;

  UserinfoResource(
      UserinfoStore store,
      Clients clients,
      TenantResolver tenants,
      OidcErrors errors,
      Dpop dpop,
      ClientCertificates certificates,
      Tokens tokens,
      SubjectIdentifiers subjects,
      InstantSource clock,
      Once once) {
    this.store = store;
    this.clients = clients;
    this.tenants = tenants;
    this.errors = errors;
    this.dpop = dpop;
    this.certificates = certificates;
    this.tokens = tokens;
    this.subjects = subjects;
    this.clock = clock;
    this.once = once;
  }

  void register(@Observes DirectRoutes routes) {
    routes.add(
        HttpMethod.GET,
        "/oidc/me",
        (context, none) ->
            answer(
                context, () -> AccessTokenHeader.of(context.request().getHeader("Authorization"))),
        this::needsNoTable);
    routes.add(HttpMethod.POST, "/oidc/me", this::post, this::needsNoTable);
  }

  /** Where the table decides whether a proof is new, its signature would be checked twice. */
  private boolean needsNoTable(RoutingContext context, byte[] body) {
    return once.inMemory() || !context.request().headers().contains(DpopProofs.HEADER);
  }

  private Response post(RoutingContext context, byte[] body) {
    return answer(context, () -> shown(context, body));
  }

  /** "Clients MUST NOT use more than one method to transmit the token" [RFC 6750 §2]. */
  private static @Nullable AccessTokenHeader shown(RoutingContext context, byte[] body) {
    Parameters form = OidcForm.read(context.request().getHeader("Content-Type"), body);
    form.refuseRepeated(Set.of());
    String inBody = form.get("access_token");
    AccessTokenHeader inHeader = AccessTokenHeader.of(context.request().getHeader("Authorization"));
    if (inBody != null && inHeader != null) {
      throw OAuthError.INVALID_REQUEST.because(
          "access token must only be provided using one mechanism");
    }
    return inBody == null ? inHeader : AccessTokenHeader.bearer(inBody);
  }

  private Response answer(RoutingContext context, Supplier<@Nullable AccessTokenHeader> read) {
    Tenant tenant = tenants.resolve(context.request());
    ClientOrigins.open(context, context.request().getHeader("Origin"));
    AccessTokenHeader shown = null;
    try {
      shown = read.get();
      // "answered in the same way as RFC 6750 bearer token usage" [OpenID Connect Core §5.3.1]
      if (shown == null) {
        throw OAuthError.INVALID_REQUEST.because("no access token provided");
      }
      return told(context, tenant, shown).header("Cache-Control", "no-store").build();
    } catch (OAuthException e) {
      if (e.error() == OAuthError.USE_DPOP_NONCE) {
        dpop.tellNonce(context, tenant);
      }
      return Response.fromResponse(errors.json(context, e))
          .header("WWW-Authenticate", AccessTokenHeader.challenge(tenant, shown, e))
          .build();
    }
  }

  private Response.ResponseBuilder told(
      RoutingContext context, Tenant tenant, AccessTokenHeader shown) {
    UserinfoStore.Bearer bearer = bearer(context, tenant, shown);
    Client client = client(tenant, bearer).orElse(null);
    Map<String, @Nullable Object> claims = claims(tenant, bearer, client);
    return client == null || !client.protocol().sealsUserinfo()
        ? Response.ok(claims, "application/json")
        : Response.ok(tokens.userinfo(tenant, client, claims, clock.instant()), "application/jwt");
  }

  private Optional<Client> client(Tenant tenant, UserinfoStore.Bearer bearer) {
    return clients.find(tenant, bearer.clientId());
  }

  /** A token that is bound to a certificate works only with it. [RFC 8705 §3] */
  private void requireCertificate(@Nullable Confirmation bound, RoutingContext context) {
    boolean fits =
        bound == null
            || bound.x5t() == null
            || certificates
                .of(context.request())
                .filter(shown -> shown.thumbprint().equals(bound.x5t()))
                .isPresent();
    if (!fits) {
      throw OAuthError.INVALID_TOKEN.because("the token is bound to another certificate");
    }
  }

  private UserinfoStore.Bearer bearer(
      RoutingContext context, Tenant tenant, AccessTokenHeader shown) {
    String token = shown.token();
    if (token.length() > LONGEST_TOKEN) {
      throw OAuthError.INVALID_TOKEN.because("invalid token provided");
    }
    UserinfoStore.Bearer bearer =
        store
            .find(tenant.id(), token)
            .orElseThrow(() -> OAuthError.INVALID_TOKEN.because("invalid token provided"));
    boolean nonce = client(tenant, bearer).filter(of -> of.protocol().needsNonce()).isPresent();
    shown.require(bearer.confirmation(), dpop, tenant, Dpop.Request.of(context), nonce);
    requireCertificate(bearer.confirmation(), context);
    if (bearer.person().user().suspended()) {
      throw OAuthError.INVALID_GRANT.because("the account is suspended");
    }
    if (!bearer.scope().has(Scopes.OPENID)) {
      throw new OAuthException(
          OAuthError.INSUFFICIENT_SCOPE,
          "access token missing openid scope",
          OAuthError.INSUFFICIENT_SCOPE.status(),
          Scopes.OPENID);
    }
    return bearer;
  }

  private Map<String, @Nullable Object> claims(
      Tenant tenant, UserinfoStore.Bearer bearer, @Nullable Client client) {
    boolean strict = client != null && client.application().strictOidc();
    Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    String userId = bearer.person().user().id();
    claims.put("sub", client == null ? userId : subjects.of(tenant, client, userId));
    claims.putAll(
        UserClaims.of(bearer.person(), bearer.scope(), new UserClaims.Style(null, strict)));
    if (bearer.claims() != null) {
      boolean firstParty = client != null && client.firstParty();
      Set<String> names = bearer.claims().userinfo().keySet();
      claims.putAll(UserClaims.named(bearer.person(), names, bearer.scope(), firstParty, strict));
    }
    return claims;
  }
}
