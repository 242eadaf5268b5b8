package io.gatehouse.oidc.backchannel;

import io.gatehouse.branding.page.BackchannelStep;
import io.gatehouse.oidc.Askers;
import io.gatehouse.oidc.Cookies;
import io.gatehouse.oidc.OidcForm;
import io.gatehouse.oidc.OidcPages;
import io.gatehouse.oidc.backchannel.BackchannelStore.Known;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantResolver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /oidc/backchannel}: where the link of the e-mail leads. A person signs in, reads who asks,
 * and allows it or not. Opening the link alone, as programs do that look into messages, changes
 * nothing.
 */
@Path("/oidc/backchannel")
@RunOnVirtualThread
class BackchannelPage {
  private static final String SECRET = "_backchannel";
  private static final String SECRET_PATH = "/oidc/backchannel";
  private static final Duration SECRET_LIFE = Duration.ofMinutes(30);
  private static final int FORM_TOKEN_LENGTH = 32;
  private static final int LONGEST_LINK = 128;

  private final BackchannelAuthentications requests;
  private final Askers askers;
  private final OidcPages pages;
  private final TenantResolver tenants;
  private final InstantSource clock;

  BackchannelPage(
      BackchannelAuthentications requests,
      Askers askers,
      OidcPages pages,
      TenantResolver tenants,
      InstantSource clock) {
    this.requests = requests;
    this.askers = askers;
    this.pages = pages;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** Gives the browser a secret of its own, and sends it to sign in. */
  @GET
  public Response begin(@Context RoutingContext context) {
    Tenant tenant = tenants.resolve(context.request());
    String known = Cookies.read(context, tenant, SECRET);
    String secret = known == null ? Ids.token() : known;
    String link = link(context.request().getParam("request"));
    Optional<Known> asked = requests.find(tenant, link, secret);
    if (asked.isEmpty()) {
      return over(context, tenant);
    }
    Cookies.set(context, tenant, SECRET, secret, SECRET_PATH, clock.instant().plus(SECRET_LIFE));
    return Response.status(303)
        .header("Location", requests.signIn(tenant, asked.get(), link))
        .header("Cache-Control", "no-store")
        .build();
  }

  /** The browser comes back from the authorization endpoint: now the person decides. */
  @GET
  @Path("/done")
  public Response ask(@Context RoutingContext context) {
    HttpServerRequest request = context.request();
    Tenant tenant = tenants.resolve(request);
    String secret = Cookies.read(context, tenant, SECRET);
    String link = link(request.getParam("state"));
    String code = request.getParam("code");
    if (secret == null) {
      return over(context, tenant);
    }
    boolean prepared = code != null && requests.prepare(tenant, link, secret, code);
    Optional<Known> asked = requests.find(tenant, link, secret);
    if (asked.isEmpty()) {
      return over(context, tenant);
    }
    // Whoever loads the page again has used the code up, and may still decide.
    return prepared || asked.get().prepared()
        ? decide(context, tenant, asked.get(), link, secret)
        : pages.show(context, tenant, asked.get().clientId(), 400, new BackchannelStep.Stranger());
  }

  @POST
  public Response decided(@Context RoutingContext context, byte[] body) {
    Tenant tenant = tenants.resolve(context.request());
    Parameters form;
    try {
      form = OidcForm.read(context.request().getHeader("Content-Type"), body);
    } catch (OAuthException e) {
      return over(context, tenant);
    }
    String secret = Cookies.read(context, tenant, SECRET);
    String token = form.get("xsrf");
    if (secret == null || token == null || !Digests.equal(formToken(secret), token)) {
      return over(context, tenant);
    }
    boolean allowed = "allow".equals(form.get("decision"));
    return requests.decide(tenant, link(form.get("request")), secret, allowed)
        ? pages.show(context, tenant, null, 200, new BackchannelStep.Done(allowed))
        : over(context, tenant);
  }

  private Response decide(
      RoutingContext context, Tenant tenant, Known known, String link, String secret) {
    Askers.Asker asker = askers.of(context, tenant, known.clientId(), known.request());
    return pages.show(
        context,
        tenant,
        known.clientId(),
        200,
        new BackchannelStep.Decision(
            asker.name(), known.message(), asker.details(), link, formToken(secret)));
  }

  private Response over(RoutingContext context, Tenant tenant) {
    return pages.show(context, tenant, null, 400, new BackchannelStep.Over());
  }

  /** A form that brings it was shown to this browser. */
  private static String formToken(String secret) {
    return Digests.sha256Hex("backchannel form of " + secret).substring(0, FORM_TOKEN_LENGTH);
  }

  private static String link(@Nullable String given) {
    return given == null || given.length() > LONGEST_LINK ? "" : given;
  }
}
