package io.gatehouse.interaction;

import io.gatehouse.tenant.Tenant;
import io.gatehouse.user.Identifier;
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
    return interactions
        .find(tenant.id(), id(tenant, request, application))
        .filter(found -> isOf(found, application));
  }

  /**
   * The same together with a person whom the request names: one statement.
   *
   * @param withFactors whether their further factors are asked for
   */
  public Optional<Interactions.Met> find(
      Tenant tenant, HttpServerRequest request, Identifier named, boolean withFactors) {
    String application = application(request);
    return interactions
        .find(tenant.id(), id(tenant, request, application), named, withFactors)
        .filter(found -> isOf(found.interaction(), application));
  }

  private static @Nullable String id(
      Tenant tenant, HttpServerRequest request, @Nullable String application) {
    Cookie cookie = request.getCookie(tenant.cookie("_interaction"));
    return InteractionCookie.parse(cookie == null ? null : cookie.getValue())
        .interaction(application);
  }

  private static boolean isOf(Interaction found, @Nullable String application) {
    return application == null || found.applicationId().equals(application);
  }

  /** The same; without one the request ends. */
  public Interaction require(Tenant tenant, HttpServerRequest request) {
    return find(tenant, request).orElseThrow(InteractionError.SESSION_NOT_FOUND::exception);
  }

  /** The application that the header or the query names. */
  public static @Nullable String application(HttpServerRequest request) {
    String named = request.getHeader(HEADER);
    if (named == null || named.isEmpty()) {
      named = request.getParam(PARAMETER);
    }
    return named == null || named.isEmpty() ? null : named;
  }
}
