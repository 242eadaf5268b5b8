package io.gatehouse.interaction;

import io.gatehouse.tenant.Tenant;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the interaction that a request belongs to: the cookie holds several, the request says
 * which.
 */
@Singleton
public class CurrentInteraction {
  private static final String HEADER = "Logto-App-Id";
  private static final String PARAMETER = "app_id";

  private final Interactions interactions;

  CurrentInteraction(Interactions interactions) {
    this.interactions = interactions;
  }

  /**
   * The live interaction of the application that the header or the query names, else the latest.
   */
  public Optional<Interaction> find(Tenant tenant, HttpServerRequest request) {
    return find(tenant, request, application(request));
  }

  /** The live interaction of this application in the browser; of the latest when it is null. */
  public Optional<Interaction> find(
      Tenant tenant, HttpServerRequest request, @Nullable String application) {
    Cookie cookie = request.getCookie(tenant.cookie("_interaction"));
    String id =
        InteractionCookie.parse(cookie == null ? null : cookie.getValue()).interaction(application);
    return interactions
        .find(tenant.id(), id)
        .filter(found -> application == null || found.applicationId().equals(application));
  }

  /** The same; without one the request ends. */
  public Interaction require(Tenant tenant, HttpServerRequest request) {
    return find(tenant, request).orElseThrow(InteractionError.SESSION_NOT_FOUND::exception);
  }

  private static @Nullable String application(HttpServerRequest request) {
    String named = request.getHeader(HEADER);
    if (named == null || named.isEmpty()) {
      named = request.getParam(PARAMETER);
    }
    return named == null || named.isEmpty() ? null : named;
  }
}
