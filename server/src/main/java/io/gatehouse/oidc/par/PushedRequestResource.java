package io.gatehouse.oidc.par;

import io.gatehouse.oidc.ClientCalls;
import io.gatehouse.oidc.Dpop;
import io.gatehouse.oidc.authorize.AuthorizationRequests;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /oidc/request}: a client pushes an authorization request.
 *
 * <p>Source: [RFC 9126 §2](https://www.rfc-editor.org/rfc/rfc9126#section-2)
 */
@Path("/oidc/request")
@RunOnVirtualThread
class PushedRequestResource {
  private final AuthorizationRequests requests;
  private final PushedRequests pushed;
  private final ClientCalls calls;
  private final Dpop dpop;

  PushedRequestResource(
      AuthorizationRequests requests, PushedRequests pushed, ClientCalls calls, Dpop dpop) {
    this.requests = requests;
    this.pushed = pushed;
    this.calls = calls;
    this.dpop = dpop;
  }

  @POST
  public Response push(@Context RoutingContext context, byte[] body) {
    return calls.answer(context, body, this::push);
  }

  private Response push(ClientCalls.Call call) {
    // "The request_uri authorization request parameter … MUST NOT be provided" [RFC 9126 §2.1]
    if (call.parameters().has("request_uri")) {
      throw OAuthError.INVALID_REQUEST.because(
          "the request_uri parameter must not be used at this endpoint");
    }
    Parameters named =
        bound(
            call,
            requests.open(
                call.tenant(),
                call.client(),
                call.parameters().with("client_id", call.client().id())));
    requests.check(call.tenant(), named);
    return Response.status(201)
        .type("application/json")
        .header("Cache-Control", "no-store")
        .entity(
            Map.of(
                "request_uri",
                pushed.push(call.tenant(), call.client().id(), named),
                "expires_in",
                PushedRequests.LIFE.toSeconds()))
        .build();
  }

  /** A proof at this endpoint binds the code to its key. [RFC 9449 §10.1] */
  private Parameters bound(ClientCalls.Call call, Parameters parameters) {
    String key = key(call);
    if (key == null) {
      return parameters;
    }
    String named = parameters.get("dpop_jkt");
    if (named != null && !named.equals(key)) {
      throw OAuthError.INVALID_DPOP_PROOF.because("dpop_jkt is not the key of the proof");
    }
    return parameters.with("dpop_jkt", key);
  }

  private @Nullable String key(ClientCalls.Call call) {
    try {
      Dpop.Request shown = Dpop.Request.of(call.context());
      return dpop.key(call.tenant(), shown, null, call.client().protocol().needsNonce());
    } catch (OAuthException e) {
      if (e.error() == OAuthError.USE_DPOP_NONCE) {
        dpop.tellNonce(call.context(), call.tenant());
      }
      throw e;
    }
  }
}
