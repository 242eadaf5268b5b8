package io.gatehouse.oidc.backchannel;

import io.gatehouse.oidc.ClientCalls;
import io.gatehouse.platform.json.JsonCodec;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/**
 * {@code POST /oidc/bc-authorize}: an application asks for somebody who is elsewhere.
 *
 * <p>Source: [CIBA Core
 * §7](https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html#auth_backchannel_endpoint)
 */
@Path("/oidc/bc-authorize")
@RunOnVirtualThread
class BackchannelResource {
  private final BackchannelAuthentications requests;
  private final ClientCalls calls;

  BackchannelResource(BackchannelAuthentications requests, ClientCalls calls) {
    this.requests = requests;
    this.calls = calls;
  }

  @POST
  public Response begin(@Context RoutingContext context, byte[] body) {
    SocketAddress from = context.request().remoteAddress();
    String ip = from == null ? null : from.hostAddress();
    return calls.answer(
        context,
        body,
        call -> answer(requests.begin(call.tenant(), call.client(), call.parameters(), ip)));
  }

  private static Response answer(BackchannelAuthentications.Waiting waiting) {
    return Response.ok(
            JsonCodec.object()
                .put("auth_req_id", waiting.id())
                .put("expires_in", waiting.life().toSeconds())
                .put("interval", BackchannelAuthentications.INTERVAL.toSeconds())
                .toString(),
            "application/json")
        .header("Cache-Control", "no-store")
        .build();
  }
}
