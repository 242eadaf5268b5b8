package io.gatehouse.oidc.introspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.oidc.ClientOrigins;
import io.gatehouse.oidc.Credentials;
import io.gatehouse.oidc.OidcErrors;
import io.gatehouse.oidc.OidcForm;
import io.gatehouse.oidc.client.AuthorizationDetails;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.ClientAuthentication;
import io.gatehouse.oidc.client.Clients;
import io.gatehouse.oidc.client.TokenForm;
import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.oidc.issue.Tokens;
import io.gatehouse.oidc.subject.SubjectIdentifiers;
import io.gatehouse.platform.http.direct.DirectRoutes;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;

/**
 * {@code POST /oidc/token/introspection}. A token that is unknown, over, revoked or somebody else's
 * is just not active.
 *
 * <p>Source: [RFC 7662 §2](https://www.rfc-editor.org/rfc/rfc7662#section-2)
 */
@Singleton
class IntrospectionResource {
  private static final String SIGNED = "application/token-introspection+jwt";

  private final ClientAuthentication authentication;
  private final Credentials credentials;
  private final IntrospectionStore store;
  private final Clients clients;
  private final SubjectIdentifiers subjects;
  private final TenantResolver tenants;
  private final ClientOrigins origins;
  private final OidcErrors errors;
  private final Tokens tokens;
  private final InstantSource clock;

  @Inject
  IntrospectionResource(
      ClientAuthentication authentication,
      Credentials credentials,
      IntrospectionStore store,
      Clients clients,
      SubjectIdentifiers subjects,
      TenantResolver tenants,
      ClientOrigins origins,
      OidcErrors errors,
      Tokens tokens,
      InstantSource clock) {
    this.authentication = authentication;
    this.credentials = credentials;
    this.store = store;
    this.clients = clients;
    this.subjects = subjects;
    this.tenants = tenants;
    this.origins = origins;
    this.errors = errors;
    this.tokens = tokens;
    this.clock = clock;
  }

  void register(@Observes DirectRoutes routes) {
    routes.add(
        HttpMethod.POST,
        "/oidc/token/introspection",
        this::introspect,
        (context, body) -> !showsAssertion(body));
  }

  /** Its signature would be checked with each try. */
  private static boolean showsAssertion(byte[] body) {
    return new String(body, ISO_8859_1).contains("client_assertion=");
  }

  private Response introspect(RoutingContext context, byte[] body) {
    Tenant tenant = tenants.resolve(context.request());
    try {
      Parameters parameters = OidcForm.read(context.request().getHeader("Content-Type"), body);
      origins.require(context, tenant, parameters.get("client_id"));
      Client caller =
          authentication
              .authenticate(tenant, credentials.of(context.request()), parameters)
              .client();
      boolean refreshFirst = "refresh_token".equals(parameters.get("token_type_hint"));
      ObjectNode answer = answer(tenant, caller, TokenForm.opaqueToken(parameters), refreshFirst);
      return told(context, tenant, caller, answer).header("Cache-Control", "no-store").build();
    } catch (OAuthException e) {
      return errors.json(context, e);
    }
  }

  /** Signed for a caller that accepts nothing else. [RFC 9701 §4] */
  private Response.ResponseBuilder told(
      RoutingContext context, Tenant tenant, Client caller, ObjectNode answer) {
    String accept = context.request().getHeader("Accept");
    return accept != null && accept.strip().equalsIgnoreCase(SIGNED)
        ? Response.ok(tokens.introspection(tenant, caller, answer, clock.instant()), SIGNED)
        : Response.ok(answer, "application/json");
  }

  /** As the client knows the person whose token it is. */
  private String subject(Tenant tenant, IntrospectionStore.Active found, String userId) {
    return clients
        .find(tenant, found.clientId())
        .map(client -> subjects.of(tenant, client, userId))
        .orElse(userId);
  }

  private ObjectNode answer(Tenant tenant, Client caller, String token, boolean refreshFirst) {
    ObjectNode answer = JsonCodec.object();
    IntrospectionStore.Active found =
        store
            .find(tenant.id(), token, refreshFirst)
            // A public client proves nothing, so it learns of its own tokens only.
            .filter(active -> caller.confidential() || active.clientId().equals(caller.id()))
            .orElse(null);
    answer.put("active", found != null);
    if (found != null) {
      answer.put("sub", subject(tenant, found, found.userId()));
      answer.put("client_id", found.clientId());
      answer.put("exp", found.expiresAt().getEpochSecond());
      answer.put("iat", found.issuedAt().getEpochSecond());
      if (found.sessionId() != null) {
        answer.put("sid", found.sessionId());
      }
      answer.put("iss", tenant.issuer());
      answer.put("scope", found.scope());
      if (found.actor() != null) {
        answer.putObject("act").put("sub", subject(tenant, found, found.actor()));
      }
      // "authorization_details … as a top-level member" [RFC 9396 §9.2]
      if (found.details() != null) {
        answer.set(AuthorizationDetails.NAME, JsonCodec.tree(found.details()));
      }
      if (found.confirmation() != null) {
        answer.set("cnf", JsonCodec.mapper().valueToTree(found.confirmation()));
      }
      if (!found.refresh()) {
        answer.put("token_type", Confirmation.tokenType(found.confirmation()));
      }
    }
    return answer;
  }
}
