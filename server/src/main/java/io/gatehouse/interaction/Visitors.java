package io.gatehouse.interaction;

import io.gatehouse.interaction.step.Visitor;
import io.gatehouse.platform.http.Languages;
import io.gatehouse.user.device.DeviceCookie;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells from a request who is at its other end. */
@Singleton
public class Visitors {
  private final VisitorHeaders headers;

  Visitors(VisitorHeaders headers) {
    this.headers = headers;
  }

  public Visitor of(HttpServerRequest request) {
    SocketAddress remote = request.remoteAddress();
    return new Visitor(
        remote == null ? null : remote.hostAddress(),
        request.getHeader("User-Agent"),
        headers.of(request.headers()),
        Languages.of(request),
        devices(request));
  }

  private static Map<String, String> devices(HttpServerRequest request) {
    return request.cookies().stream()
        .filter(cookie -> DeviceCookie.isOne(cookie.getName()))
        .collect(
            Collectors.toUnmodifiableMap(Cookie::getName, Cookie::getValue, (one, other) -> one));
  }
}
