package io.gatehouse.platform.http.listener;

import io.gatehouse.platform.config.Settings;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import javax.net.ssl.X509TrustManager;

/**
 * What the listeners agree on where they speak TLS themselves: the versions and suites that are
 * recommended today, and a certificate of the caller's where the operator names authorities. Nobody
 * has to show one, and anyone's is taken: the handshake proves that its key was used, and {@link
 * ClientCertificates} looks who issued it. [RFC 8705 §2.2: certificates that signed themselves are
 * shown too]
 *
 * <p>Source: [RFC 9325 §4.2](https://www.rfc-editor.org/rfc/rfc9325#section-4.2)
 */
@Singleton
class Handshakes implements HttpServerOptionsCustomizer {
  private static final Set<String> VERSIONS = Set.of("TLSv1.3", "TLSv1.2");

  /** Those of TLS 1.3, and of TLS 1.2 with forward secrecy and authenticated encryption. */
  private static final List<String> SUITES =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");

  private final boolean wanted;

  Handshakes(Settings settings) {
    this.wanted = settings.tls() && settings.clientCaFile() != null;
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    options.setEnabledSecureTransportProtocols(VERSIONS);
    SUITES.forEach(options::addEnabledCipherSuite);
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
