package io.gatehouse.oidc;

import io.gatehouse.tenant.Tenant;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the provider's cookies. Names carry the tenant, since ports of one host share a
 * jar.
 */
public final class Cookies {
  public static final String SESSION = "_session";
  public static final String INTERACTION = "_interaction";
  public static final String RESUME = "_interaction_resume";

  /** What the pages' scripts may read: application, organization, languages. */
  public static final String UI = "_logto";

  /** Who is signed in, in a form that only tells whether that has changed. */
  public static final String BROWSER_STATE = "_session_state";

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Many end in the same second: formatting a time costs more than all else here. */
  private static volatile Written latest = Written.of(0);

  private static final Written PAST = Written.of(0);

  private Cookies() {}

  /** A second as a header says it. */
  private record Written(long second, String text) {
    static Written of(long second) {
      return new Written(second, "; expires=" + HTTP_DATE.format(Instant.ofEpochSecond(second)));
    }
  }

  public static @Nullable String read(RoutingContext context, Tenant tenant, String name) {
    Cookie cookie = context.request().getCookie(tenant.cookie(name));
    return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
  }

  /** Sets a cookie that scripts cannot read. Without an expiry it lives as long as the browser. */
  public static void set(
      RoutingContext context,
      Tenant tenant,
      String name,
      String value,
      String path,
      @Nullable Instant expires) {
    write(
        context,
        tenant,
        tenant.cookie(name)
            + "="
            + value
            + "; path="
            + path
            + expires(expires)
            + "; samesite=lax; httponly");
  }

  /** The same, which no other site brings along: not even by a link. */
  public static void setStrict(
      RoutingContext context,
      Tenant tenant,
      String name,
      String value,
      String path,
      Instant expires) {
    write(
        context,
        tenant,
        tenant.cookie(name)
            + "="
            + value
            + "; path="
            + path
            + expires(expires)
            + "; samesite=strict; httponly");
  }

  /** Sets a cookie for the pages' scripts. */
  public static void setReadable(RoutingContext context, Tenant tenant, String name, String value) {
    write(context, tenant, tenant.cookie(name) + "=" + value + "; path=/; samesite=lax");
  }

  /** The same below a path, and until then. */
  public static void setReadable(
      RoutingContext context,
      Tenant tenant,
      String name,
      String value,
      String path,
      Instant expires) {
    write(
        context,
        tenant,
        tenant.cookie(name) + "=" + value + "; path=" + path + expires(expires) + "; samesite=lax");
  }

  /**
   * Sets a cookie that the provider's scripts can read in a frame of another site; browsers let
   * that be where it is secure.
   */
  public static void setFramed(
      RoutingContext context, Tenant tenant, String name, String value, Instant expires) {
    write(
        context,
        tenant,
        tenant.cookie(name)
            + "="
            + value
            + "; path=/oidc/session"
            + expires(expires)
            + (tenant.secure() ? "; samesite=none" : "; samesite=lax"));
  }

  public static void clear(RoutingContext context, Tenant tenant, String name, String path) {
    set(context, tenant, name, "", path, Instant.EPOCH);
  }

  private static String expires(@Nullable Instant expires) {
    return expires == null ? "" : written(expires.getEpochSecond()).text();
  }

  private static Written written(long second) {
    if (second == PAST.second()) {
      return PAST;
    }
    Written known = latest;
    if (known.second() != second) {
      known = Written.of(second);
      latest = known;
    }
    return known;
  }

  private static void write(RoutingContext context, Tenant tenant, String cookie) {
    context.response().headers().add("Set-Cookie", tenant.secure() ? cookie + "; secure" : cookie);
  }
}
