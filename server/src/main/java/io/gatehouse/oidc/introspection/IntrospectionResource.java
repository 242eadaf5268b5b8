package io.gatehouse.oidc.introspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.oidc.ClientCalls;
import io.gatehouse.oidc.client.AuthorizationDetails;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.Clients;
import io.gatehouse.oidc.client.TokenForm;
import io.gatehouse.oidc.issue.Confirmation;
import io.gatehouse.oidc.issue.Tokens;
import io.gatehouse.oidc.subject.SubjectIdentifiers;
import io.gatehouse.platform.http.direct.DirectRoutes;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.Tenant;
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

  private final IntrospectionStore store;
  private final Clients clients;
  private final SubjectIdentifiers subjects;
  private final ClientCalls calls;
  private final Tokens tokens;
  private final InstantSource clock;

  @Inject
  IntrospectionResource(
      IntrospectionStore store,
      Clients clients,
      SubjectIdentifiers subjects,
      ClientCalls calls,
      Tokens tokens,
      InstantSource clock) {
    this.store = store;
    this.clients = clients;
    this.subjects = subjects;
    this.calls = calls;
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
    return calls.answer(context, body, this::told);
  }

  /** Signed for a caller that accepts nothing else. [RFC 9701 §4] */
  private Response told(ClientCalls.Call call) {
    boolean refreshFirst = "refresh_token".equals(call.parameters().get("token_type_hint"));
    String token = TokenForm.opaqueToken(call.parameters());
    ObjectNode answer = answer(call.tenant(), call.client(), token, refreshFirst);
    String accept = call.context().request().getHeader("Accept");
    Response.ResponseBuilder told =
        accept != null && accept.strip().equalsIgnoreCase(SIGNED)
            ? Response.ok(
                tokens.introspection(call.tenant(), call.client(), answer, clock.instant()), SIGNED)
            : Response.ok(answer, "application/json");
    return told.header("Cache-Control", "no-store").build();
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
