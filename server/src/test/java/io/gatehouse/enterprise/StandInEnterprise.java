package io.gatehouse.enterprise;

import com.sun.net.httpserver.HttpServer;
import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** An enterprise's identity provider on loopback, which speaks both protocols. */
public final class StandInEnterprise implements AutoCloseable {
  private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

  /** Made once: a key takes its time. */
  public static final SigningCertificate CERTIFICATE =
      SigningCertificate.make("idp", MADE, MADE.plusSeconds(400L * 24 * 3600));

  private final HttpServer server;

  public StandInEnterprise() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    serve("/.well-known/openid-configuration", discovery());
    serve("/empty/.well-known/openid-configuration", "{\"issuer\":\"x\"}");
    serve("/metadata", metadata());
    server.start();
  }

  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What it publishes for SAML. */
  public String metadata() {
    return """
    <?xml version="1.0"?>
    <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:idp">
      <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
        <md:KeyDescriptor use="encryption"/>
        <md:KeyDescriptor use="signing">
          <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
            <ds:X509Certificate>%s</ds:X509Certificate>
          </ds:X509Data></ds:KeyInfo>
        </md:KeyDescriptor>
        <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example/post"/>
        <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example/sso"/>
      </md:IDPSSODescriptor>
    </md:EntityDescriptor>
    """
        .formatted(SigningCertificate.bare(CERTIFICATE.certificate()));
  }

  private String discovery() {
    String base = base();
    return """
    {"issuer":"%s","authorization_endpoint":"%s/authorize","token_endpoint":"%s/token","jwks_uri":"%s/jwks",
     "userinfo_endpoint":"%s/me"}
    """
        .formatted(base, base, base, base, base);
  }

  private void serve(String path, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
