package io.gatehouse.connectors.smtp;

import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.Fields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How the connection to a mail server is encrypted.
 *
 * @param implicit from the first byte
 * @param never not even when the server offers it
 * @param always refuse to send without
 * @param serverName the name on the certificate when it is not the host
 * @param verify the certificate is checked
 * @param authorities PEM certificates to trust instead of the platform's, or null
 */
record Tls(
    boolean implicit,
    boolean never,
    boolean always,
    @Nullable String serverName,
    boolean verify,
    @Nullable String minVersion,
    @Nullable String authorities) {

  static Tls of(Fields in) {
    String name = in.optionalText("servername");
    boolean implicit = in.flag("secure");
    boolean never = in.flag("ignoreTLS");
    boolean always = in.flag("requireTLS");
    return in.nested(
        "tls",
        tls ->
            new Tls(
                implicit,
                never,
                always,
                tls.raw("servername").isMissingNode() ? name : tls.optionalText("servername"),
                !Boolean.FALSE.equals(tls.optionalFlag("rejectUnauthorized")),
                tls.optionalText("minVersion") == null
                    ? null
                    : tls.choice("minVersion", "TLSv1.2", "TLSv1.3"),
                tls.optionalText("ca")));
  }

  /** Tells the mail library; the name is checked by our own sockets. */
  void configure(Properties properties, SmtpConfig config) {
    properties.put("mail.smtp.starttls.enable", String.valueOf(!implicit && !never));
    properties.put("mail.smtp.starttls.required", String.valueOf(!implicit && always));
    properties.put("mail.smtp.ssl.checkserveridentity", "false");
    properties.put("mail.smtp.ssl.socketFactory", sockets(config));
    properties.put("mail.smtp.ssl.socketFactory.fallback", "false");
  }

  /** The socket, encrypted and with the server's name verified. */
  Socket wrap(Socket socket, SmtpConfig config) throws IOException {
    try {
      var encrypted =
          (SSLSocket) sockets(config).createSocket(socket, config.host(), config.port(), true);
      encrypted.startHandshake();
      return encrypted;
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  private SSLSocketFactory sockets(SmtpConfig config) {
    String name = serverName == null ? config.host() : serverName;
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust(), null);
      return new TlsSockets(context.getSocketFactory(), name, verify, minVersion);
    } catch (GeneralSecurityException | IOException unusable) {
      throw ConnectorError.INVALID_CERTIFICATE.exception(
          "The configured certificates cannot be used.", unusable);
    }
  }

  private TrustManager @Nullable [] trust() throws GeneralSecurityException, IOException {
    if (!verify) {
      return new TrustManager[] {new Anyone()};
    }
    if (authorities == null) {
      return null;
    }
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null);
    var pem = new ByteArrayInputStream(authorities.getBytes(StandardCharsets.US_ASCII));
    for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
      store.setCertificateEntry("ca" + store.size(), one);
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  /** For {@code rejectUnauthorized: false}, which an administrator must ask for. */
  private static final class Anyone extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
