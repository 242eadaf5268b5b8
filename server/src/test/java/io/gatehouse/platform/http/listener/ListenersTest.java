package io.gatehouse.platform.http.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.SelfSigned;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RunningDatabase.class, restrictToAnnotatedClass = true)
@TestProfile(ListenersTest.WithTls.class)
class ListenersTest {
  private static final SelfSigned CERTIFICATE = SelfSigned.make();

  @Inject Listeners listeners;

  @Test
  void eachDoorKnowsItsName() throws Exception {
    assertEquals("CORE", ask(corePort()).body());
    assertEquals("ADMIN", ask(listeners.adminPort()).body());
  }

  @Test
  void bothDoorsSpeakHttp2OverTls() throws Exception {
    assertEquals(HttpClient.Version.HTTP_2, ask(corePort()).version());
    assertEquals(HttpClient.Version.HTTP_2, ask(listeners.adminPort()).version());
  }

  private static HttpResponse<String> ask(int port) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().sslContext(CERTIFICATE.trust()).build()) {
      URI uri = URI.create("https://localhost:" + port + "/test/door");
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
  }

  private static int corePort() {
    return ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", int.class);
  }

  /** Says by which door it was reached. */
  @ApplicationScoped
  static class Door {
    void route(@Observes Router router, Listeners listeners) {
      router
          .get("/test/door")
          .handler(context -> context.end(listeners.of(context.request()).name()));
    }
  }

  /** The certificate's files, in our names and, as no start translates them here, in Quarkus'. */
  public static final class WithTls implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        String folder = Files.createTempDirectory("gatehouse-tls").toString();
        String certificate = folder + "/certificate.pem";
        String key = folder + "/key.pem";
        SelfSigned made = SelfSigned.make();
        Files.writeString(java.nio.file.Path.of(certificate), made.certificatePem());
        Files.writeString(java.nio.file.Path.of(key), made.keyPem());
        return Map.of(
            "HTTPS_CERT_PATH", certificate,
            "HTTPS_KEY_PATH", key,
            "quarkus.http.ssl.certificate.files", certificate,
            "quarkus.http.ssl.certificate.key-files", key,
            "quarkus.http.test-ssl-port", "0");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
