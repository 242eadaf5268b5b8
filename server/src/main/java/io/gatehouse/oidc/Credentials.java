package io.gatehouse.oidc;

import io.gatehouse.oidc.client.Shown;
import io.gatehouse.platform.http.listener.ClientCertificates;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/** Reads what clients show of a request. */
@Singleton
public class Credentials {
  private final ClientCertificates certificates;

  Credentials(ClientCertificates certificates) {
    this.certificates = certificates;
  }

  /** What the client of this request shows. */
  public Shown of(HttpServerRequest request) {
    return new Shown(request.getHeader("Authorization"), () -> certificates.of(request));
  }
}
