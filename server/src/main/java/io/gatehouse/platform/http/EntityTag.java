package io.gatehouse.platform.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The strong entity tag of an API answer: the length in hexadecimal, a dash, 27 characters of the
 * body's SHA-1.
 */
final class EntityTag {
  private EntityTag() {}

  /** Only successful GETs of the APIs and the provider are tagged. */
  static boolean appliesTo(HttpServerRequest request, int status) {
    return request.method().equals(HttpMethod.GET)
        && status == 200
        && ApiPath.answersJson(request.path());
  }

  static String of(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest(body);
      return "\""
          + Integer.toHexString(body.length)
          + "-"
          + Base64.getEncoder().encodeToString(hash).substring(0, 27)
          + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Whether the client already has this body: RFC 9110 §13.1.2, and it did not ask for a fresh one.
   */
  static boolean isFresh(HttpServerRequest request, String tag) {
    String known = request.getHeader("If-None-Match");
    String cacheControl = request.getHeader("Cache-Control");
    if (known == null || (cacheControl != null && cacheControl.contains("no-cache"))) {
      return false;
    }
    for (String candidate : known.split(",")) {
      String bare = candidate.strip();
      if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }
}
