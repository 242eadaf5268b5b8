package io.gatehouse.platform.http;

import io.gatehouse.platform.config.Settings;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/**
 * Has the listeners ask callers for a certificate, where they speak TLS themselves and the operator
 * names authorities. Nobody has to show one, and anyone's is taken: the handshake proves that its
 * key was used, and {@link ClientCertificates} looks who issued it. [RFC 8705 §2.2: certificates
 * that signed themselves are shown too]
 */
@Singleton
class CertificateRequests implements HttpServerOptionsCustomizer {
  private final boolean wanted;

  CertificateRequests(Settings settings) {
    this.wanted = settings.tls() && settings.clientCaFile() != null;
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    if (wanted) {
      options.setClientAuth(ClientAuth.REQUEST).setTrustOptions(TrustOptions.wrap(new Anyone()));
    }
  }

  /** Leaves it to others to say whose a certificate is. */
  private static final class Anyone implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
      // Looked at when a client authenticates by it.
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      throw new UnsupportedOperationException("this is a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
