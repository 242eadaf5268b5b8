package io.gatehouse.platform.http.listener;

import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.crypto.certificate.CertificateAuthorities;
import io.gatehouse.platform.crypto.certificate.ShownCertificate;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * The certificate that a caller shows: in the TLS handshake, or to a proxy in front of us, which
 * passes it on in a header that the operator names.
 *
 * <p>Sources: [RFC 8705 §2](https://www.rfc-editor.org/rfc/rfc8705#section-2), [RFC 9440
 * §2](https://www.rfc-editor.org/rfc/rfc9440#section-2)
 */
@Singleton
public class ClientCertificates {
  private final @Nullable String header;
  private final @Nullable CertificateAuthorities authorities;

  ClientCertificates(Settings settings) {
    this.header = settings.clientCertificateHeader();
    this.authorities =
        settings.clientCaFile() == null ? null : CertificateAuthorities.of(settings.clientCaFile());
  }

  /** Whether callers can show one at all. */
  public boolean offered() {
    return header != null || authorities != null;
  }

  /** The caller's certificate; empty when none was shown, or what was passed on is none. */
  public Optional<ShownCertificate> of(HttpServerRequest request) {
    return header == null
        ? chain(request.sslSession()).map(chain -> shown(chain, false))
        : Optional.ofNullable(request.getHeader(header))
            .flatMap(ShownCertificate::parse)
            .map(certificate -> shown(List.of(certificate), true));
  }

  /**
   * Without authorities of our own a proxy has looked whose certificate it is; a handshake has not.
   */
  private ShownCertificate shown(List<X509Certificate> chain, boolean proxied) {
    boolean trusted = authorities == null ? proxied : authorities.issued(chain);
    return new ShownCertificate(chain.getFirst(), trusted);
  }

  private static Optional<List<X509Certificate>> chain(@Nullable SSLSession session) {
    try {
      Certificate[] chain = session == null ? new Certificate[0] : session.getPeerCertificates();
      List<X509Certificate> known =
          Arrays.stream(chain)
              .filter(X509Certificate.class::isInstance)
              .map(X509Certificate.class::cast)
              .toList();
      return known.isEmpty() ? Optional.empty() : Optional.of(known);
    } catch (SSLPeerUnverifiedException none) {
      return Optional.empty();
    }
  }
}
