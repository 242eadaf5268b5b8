package io.gatehouse.oidc.session;

import io.gatehouse.oidc.Cookies;
import io.gatehouse.oidc.OidcForm;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/**
 * {@code /oidc/session/check}: the frame that an application's page asks whether anything has
 * changed. Its script asks here only when the browser's cookie is another than the last time, so
 * that an application may ask as often as it likes.
 *
 * <p>Source: [OpenID Connect Session Management
 * §3.2](https://openid.net/specs/openid-connect-session-1_0.html#OPiframe)
 */
@Path("/oidc/session/check")
@RunOnVirtualThread
class CheckSessionResource {
  private static final int LONGEST = 512;

  /** Old browsers run it too: no modules, no promises. */
  private static final String PAGE =
      """
      <!doctype html>
      <meta charset="utf-8">
      <title>Session</title>
      <script nonce="%s">
      (function () {
        var answers = {};
        var known = null;
        function cookie() {
          var parts = document.cookie.split('; ');
          for (var i = 0; i < parts.length; i++) {
            if (parts[i].indexOf('%s=') === 0) return parts[i];
          }
          return '';
        }
        function ask(text, origin, tell) {
          var space = text.lastIndexOf(' ');
          if (space < 1) return tell('error');
          var request = new XMLHttpRequest();
          request.open('POST', '/oidc/session/check');
          request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
          request.onload = function () { tell(request.status === 200 ? request.responseText : 'error'); };
          request.onerror = function () { tell('error'); };
          request.send('client_id=' + encodeURIComponent(text.slice(0, space)) + '&session_state='
            + encodeURIComponent(text.slice(space + 1)) + '&origin=' + encodeURIComponent(origin));
        }
        window.addEventListener('message', function (event) {
          if (typeof event.data !== 'string' || event.source === window || !event.source) return;
          var now = cookie();
          if (now !== known) { known = now; answers = {}; }
          var question = event.origin + ' ' + event.data;
          function tell(answer) {
            if (answer !== 'error') answers[question] = answer;
            event.source.postMessage(answer, event.origin);
          }
          if (answers[question]) tell(answers[question]);
          else ask(event.data, event.origin, tell);
        });
      })();
      </script>
      """;

  private final TenantResolver tenants;

  CheckSessionResource(TenantResolver tenants) {
    this.tenants = tenants;
  }

  @GET
  public Response page(@Context RoutingContext context) {
    Tenant tenant = tenants.resolve(context.request());
    String nonce = Ids.secret(22);
    return Response.ok(
            PAGE.formatted(nonce, tenant.cookie(Cookies.BROWSER_STATE)), "text/html; charset=utf-8")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'nonce-"
                + nonce
                + "'; connect-src 'self'; base-uri 'none'; frame-ancestors *")
        .header("Cache-Control", "no-store")
        .build();
  }

  @POST
  public Response check(@Context RoutingContext context, byte[] body) {
    Tenant tenant = tenants.resolve(context.request());
    return Response.ok(answer(context, tenant, body), "text/plain; charset=utf-8")
        .header("Cache-Control", "no-store")
        .build();
  }

  private static String answer(RoutingContext context, Tenant tenant, byte[] body) {
    try {
      Parameters form = OidcForm.read(context.request().getHeader("Content-Type"), body);
      String state = form.required("session_state");
      String clientId = form.required("client_id");
      String origin = form.required("origin");
      String browser = Cookies.read(context, tenant, Cookies.BROWSER_STATE);
      if (state.length() > LONGEST || clientId.length() > LONGEST || origin.length() > LONGEST) {
        return "error";
      }
      return browser != null && SessionState.holds(state, clientId, origin, browser)
          ? "unchanged"
          : "changed";
    } catch (OAuthException e) {
      return "error";
    }
  }
}
