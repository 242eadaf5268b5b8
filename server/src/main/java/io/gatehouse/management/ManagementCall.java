package io.gatehouse.management;

import io.gatehouse.platform.http.Languages;
import io.gatehouse.platform.http.Query;
import io.gatehouse.platform.http.RequestId;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.i18n.LanguageWish;
import io.gatehouse.platform.i18n.Locales;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.TenantResolver;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request at hand: whose tenant, who calls, which page and search; and the headers of a paged
 * answer.
 */
@RequestScoped
public class ManagementCall {
  private final RoutingContext context;
  private final TenantResolver tenants;
  private final Authenticator authenticator;
  private final Locales locales;
  private @Nullable Tenant tenant;
  private @Nullable Caller caller;

  ManagementCall(
      RoutingContext context,
      TenantResolver tenants,
      Authenticator authenticator,
      Locales locales) {
    this.context = context;
    this.tenants = tenants;
    this.authenticator = authenticator;
    this.locales = locales;
  }

  void authenticate() {
    authenticate(currentTenant().managementApi());
  }

  /** Lets only those through whose token is for this API. */
  public void authenticate(String audience) {
    caller = authenticator.authenticate(request(), currentTenant(), audience);
  }

  /** Whose Management API is called: the first argument of every noun's method. */
  public TenantId tenant() {
    return currentTenant().id();
  }

  /** The same with its endpoint. */
  public Tenant currentTenant() {
    Tenant known = tenant;
    if (known == null) {
      known = tenants.resolve(context.request());
      tenant = known;
    }
    return known;
  }

  /** Who calls. */
  public Caller caller() {
    return Optional.ofNullable(caller).orElseThrow();
  }

  public Query query() {
    return Query.of(request());
  }

  /** The page of a list that is always paged. */
  public Page page() {
    return Page.of(query());
  }

  /** The page of a list that is paged only when the client asks for it. */
  public Page optionalPage() {
    return Page.optional(query());
  }

  /** The rows for the body, with the headers that tell the total and link the other pages. */
  public <T> List<T> answer(Page page, Slice<T> slice) {
    if (!page.isWhole()) {
      PageHeaders.put(context, currentTenant(), page, slice.total());
    }
    return slice.items();
  }

  /**
   * The same for a list whose counting stops beyond {@code cap}: then there is no last page to link
   * to.
   */
  public <T> List<T> answerCapped(Page page, Slice<T> slice, long cap) {
    if (slice.total() <= cap) {
      return answer(page, slice);
    }
    PageHeaders.putCapped(context, currentTenant(), page, cap + 1);
    return slice.items();
  }

  /** Adds a header to the answer. */
  public void tell(String header, String value) {
    context.response().putHeader(header, value);
  }

  /** The reader's languages, most wanted first. */
  public List<String> languages() {
    return Languages.of(request());
  }

  /** The language of the reader, among those that the product speaks. */
  public Language language() {
    return locales.choose(new LanguageWish(String.join(" ", languages()), null, null, null));
  }

  public String requestId() {
    return RequestId.of(context);
  }

  /** Where the request came from, when the connection still tells. */
  public @Nullable String ip() {
    SocketAddress remote = request().remoteAddress();
    return remote == null ? null : remote.hostAddress();
  }

  /** The request itself, for what nothing above covers. */
  public HttpServerRequest request() {
    return context.request();
  }
}
