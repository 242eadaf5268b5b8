package io.gatehouse.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.platform.config.AddressRange;
import io.gatehouse.platform.config.StartupProblem;
import io.gatehouse.platform.egress.EgressGuard;
import io.gatehouse.platform.egress.GuardedHttp;
import io.gatehouse.testing.SelfSigned;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoritiesTest {
  private static final EgressGuard LOOPBACK =
      new EgressGuard(List.of(AddressRange.parse("127.0.0.0/8")));

  private final Vertx vertx = Vertx.vertx();
  private final SelfSigned certificate = SelfSigned.make();
  private HttpsServer provider;

  @TempDir private Path folder;

  @BeforeEach
  void open() throws Exception {
    provider = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    provider.setHttpsConfigurator(new HttpsConfigurator(certificate.serve()));
    provider.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    provider.start();
  }

  @AfterEach
  void close() {
    provider.stop(0);
    vertx.close().toCompletionStage().toCompletableFuture().join();
    for (String name : List.of("trustStore", "trustStoreType", "trustStorePassword")) {
      System.clearProperty("javax.net.ssl." + name);
    }
  }

  @Test
  void aProviderOfAnAuthorityOfTheOperatorsIsTrusted() throws IOException {
    URI uri = URI.create("https://127.0.0.1:" + provider.getAddress().getPort() + "/");
    assertThrows(IOException.class, () -> new GuardedHttp(LOOPBACK, vertx).send(Request.get(uri)));
    Path pem = Files.writeString(folder.resolve("authority.pem"), certificate.certificatePem());
    Authorities.trust(pem);
    assertEquals(204, new GuardedHttp(LOOPBACK, vertx).send(Request.get(uri)).status());
  }

  @Test
  void aFileWithoutCertificatesIsRefused() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    assertThrows(StartupProblem.class, () -> Authorities.trust(empty));
  }
}
