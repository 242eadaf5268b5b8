package io.gatehouse.oidc;

import io.gatehouse.access.detail.AskedDetails;
import io.gatehouse.application.Application;
import io.gatehouse.application.Applications;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.context.PageContexts;
import io.gatehouse.oidc.client.AuthorizationDetails;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who waits elsewhere for a person, and what for, as the page says that asks the person. */
@Singleton
public class Askers {
  private final Applications applications;
  private final AskedDetails details;
  private final PageContexts contexts;

  Askers(Applications applications, AskedDetails details, PageContexts contexts) {
    this.applications = applications;
    this.details = details;
    this.contexts = contexts;
  }

  /** An application, and what it asks for in detail. */
  public record Asker(String name, List<Page.Permission> details) {}

  /** Who made this request, a form. */
  public Asker of(RoutingContext context, Tenant tenant, String clientId, String request) {
    Application application = applications.find(tenant.id(), clientId).orElse(null);
    String asked = Parameters.parse(request).get(AuthorizationDetails.NAME);
    return new Asker(
        application == null ? clientId : application.name(),
        asked == null ? List.of() : worded(context, tenant, application, asked));
  }

  private List<Page.Permission> worded(
      RoutingContext context, Tenant tenant, @Nullable Application application, String asked) {
    Language language =
        contexts.language(
            context,
            new PageContexts.Reader(
                tenant, application, null, context.request().getParam("ui_locales")));
    return details.of(tenant.id(), JsonCodec.tree(asked)).stream()
        .map(each -> new Page.Permission(each.type().displayName(), details.worded(language, each)))
        .toList();
  }
}
