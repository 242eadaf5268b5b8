package io.gatehouse.signin.customui;

import io.gatehouse.application.Applications;
import io.gatehouse.branding.captcha.CaptchaWidget;
import io.gatehouse.branding.captcha.Captchas;
import io.gatehouse.branding.customui.CustomUiFile;
import io.gatehouse.branding.customui.CustomUis;
import io.gatehouse.interaction.CurrentInteraction;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.step.consent.ConsentStep;
import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.http.OriginPolicy;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.TenantResolver;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts a tenant's own sign-in pages in front of the hosted ones, where it has any. */
@Singleton
class CustomUiFilter {
  private static final Logger LOG = Logger.getLogger(CustomUiFilter.class);

  /** Before the resources, and after what happens to every request. */
  private static final int BEFORE_PAGES = 700;

  /** What is never a page of the sign-in. */
  private static final List<String> RESERVED =
      List.of(
          "/api",
          "/oidc",
          "/.well-known",
          "/me",
          "/console",
          "/account",
          "/demo-app",
          "/device-demo-app",
          "/user-assets",
          "/application-logo",
          "/preview");

  /** The stylesheet of the hosted pages, which previews show. */
  private static final String STYLESHEET = "/assets/hosted-";

  /** Pages that are shown to people whose sign-in is over, or comes back from elsewhere. */
  private static final List<String> WITHOUT_INTERACTION =
      List.of("/unknown-session", "/account-suspended", "/switch-account", "/callback");

  private final CustomUis uis;
  private final TenantResolver tenants;
  private final CurrentInteraction current;
  private final ConsentStep consent;
  private final Applications applications;
  private final Captchas captchas;
  private final String adminOrigin;

  CustomUiFilter(
      CustomUis uis,
      TenantResolver tenants,
      CurrentInteraction current,
      ConsentStep consent,
      Applications applications,
      Captchas captchas,
      Settings settings) {
    this.uis = uis;
    this.tenants = tenants;
    this.current = current;
    this.consent = consent;
    this.applications = applications;
    this.captchas = captchas;
    this.adminOrigin = OriginPolicy.originOf(settings.adminEndpoint());
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, BEFORE_PAGES);
  }

  private void handle(RoutingContext context) {
    HttpMethod method = context.request().method();
    boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    String path = context.request().path();
    if (!reads || path.startsWith(STYLESHEET) || isBelow(RESERVED, path)) {
      context.next();
      return;
    }
    Tenant tenant = tenants.resolve(context.request());
    Optional<Boolean> known =
        tenant.id().equals(TenantId.ADMIN)
            ? Optional.of(false)
            : Db.inMemory(() -> uis.served(tenant.id()).isPresent());
    if (known.isPresent() && !known.get()) {
      context.next();
      return;
    }
    Context loop = Vertx.currentContext();
    Thread.ofVirtual()
        .name("custom-ui")
        .start(() -> {
          Optional<Served> file = found(context, tenant);
          loop.runOnContext(
              ignored -> file.ifPresentOrElse(answer -> write(context, answer), context::next));
        });
  }

  /** A file, and the captcha whose widget a page may show. */
  private record Served(CustomUiFile file, @Nullable CaptchaWidget captcha) {}

  /** The hosted pages go on where nothing is found, or the database does not answer. */
  private Optional<Served> found(RoutingContext context, Tenant tenant) {
    try {
      return uis.served(tenant.id())
          .flatMap(id -> find(context, tenant, id))
          .map(file -> new Served(file, captchas.widget(tenant.id()).orElse(null)));
    } catch (RuntimeException e) {
      LOG.warnf(e, "the pages of tenant %s's own cannot be read", tenant.id());
      return Optional.empty();
    }
  }

  private Optional<CustomUiFile> find(RoutingContext context, Tenant tenant, String id) {
    String path = context.normalizedPath().substring(1);
    if (isFile(path)) {
      return uis.file(tenant.id(), id, path);
    }
    boolean shown =
        isBelow(WITHOUT_INTERACTION, context.request().path())
            || current
                .find(tenant, context.request())
                .filter(interaction -> !path.equals("consent") || asks(tenant, interaction))
                .isPresent();
    return shown ? uis.index(tenant.id(), id) : Optional.empty();
  }

  /** Whether there is something to ask of the person; else the server consents by itself. */
  private boolean asks(Tenant tenant, Interaction interaction) {
    return interaction.prompt().equals(Interaction.CONSENT)
        && !consent.refuses(interaction)
        && applications
            .find(tenant.id(), interaction.applicationId())
            .filter(consent::asks)
            .isPresent();
  }

  private static boolean isBelow(List<String> folders, String path) {
    return folders.stream().anyMatch(one -> path.equals(one) || path.startsWith(one + "/"));
  }

  /** Pages have no dots in their names. */
  private static boolean isFile(String path) {
    return path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
  }

  private void write(RoutingContext context, Served served) {
    CustomUiFile file = served.file();
    HttpServerResponse response = context.response();
    String type = MimeMapping.getMimeTypeForFilename(file.path());
    response.putHeader("Content-Type", type == null ? "application/octet-stream" : typed(type));
    String policy = policy(served, type);
    if (policy != null) {
      response.putHeader("Content-Security-Policy", policy);
    }
    if (file.isIndex()) {
      response.putHeader("Cache-Control", "no-store");
    } else {
      String tag = '"' + HexFormat.of().formatHex(Digests.sha256(file.content()), 0, 12) + '"';
      response.putHeader("Cache-Control", "no-cache").putHeader("ETag", tag);
      if (tag.equals(context.request().getHeader("If-None-Match"))) {
        response.setStatusCode(304).end();
        return;
      }
    }
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.putHeader("Content-Length", String.valueOf(file.content().length)).end();
    } else {
      response.end(Buffer.buffer(file.content()));
    }
  }

  /** A drawing that is opened by itself would be a page of this origin, with its scripts. */
  private @Nullable String policy(Served served, @Nullable String type) {
    if (type == null) {
      return null;
    }
    return type.equals("text/html")
        ? CustomUiPolicy.of(served.file().content(), adminOrigin, served.captcha())
        : type.endsWith("xml") ? CustomUiPolicy.LIFELESS : null;
  }

  private static String typed(String type) {
    return type.startsWith("text/") || type.endsWith("javascript")
        ? type + "; charset=utf-8"
        : type;
  }
}
