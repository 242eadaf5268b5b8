package io.gatehouse.domain;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Serves the verification files of a domain at their paths. */
@Singleton
class VerificationFileFilter {
  private static final int AFTER_SURFACE = 500;

  private final DomainHosts hosts;

  VerificationFileFilter(DomainHosts hosts) {
    this.hosts = hosts;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, AFTER_SURFACE);
  }

  private void handle(RoutingContext context) {
    file(context)
        .ifPresentOrElse(
            file ->
                context
                    .response()
                    .putHeader("Content-Type", file.contentType().header)
                    .putHeader("Cache-Control", "no-store")
                    .putHeader("Content-Security-Policy", "default-src 'none'; sandbox")
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .end(file.content()),
            context::next);
  }

  private Optional<VerificationFile> file(RoutingContext context) {
    HttpMethod method = context.request().method();
    HostAndPort authority = context.request().authority();
    if (authority == null || !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
      return Optional.empty();
    }
    return hosts
        .served(authority.host())
        .flatMap(served ->
            served.files().stream()
                .filter(file -> file.path().equals(context.request().path()))
                .findFirst());
  }
}
