package io.gatehouse.testkit;

import io.gatehouse.platform.config.DataFolder;
import io.gatehouse.platform.postgres.Durability;
import io.gatehouse.platform.postgres.EmbeddedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Gives the server under test a PostgreSQL of its own and an admin listener whose port is known;
 * everything else is what the testkit sets.
 */
public final class OwnDatabase implements QuarkusTestResourceLifecycleManager {
  private @Nullable DataFolder folder;
  private @Nullable EmbeddedPostgres postgres;

  @Override
  public Map<String, String> start() {
    try {
      DataFolder held = DataFolder.hold(Files.createTempDirectory(Path.of("target"), "postgres-"));
      folder = held;
      EmbeddedPostgres started = EmbeddedPostgres.start(held, Durability.NONE);
      postgres = started;
      int adminPort = freePort();
      return Map.of(
          "DB_URL",
          started.address().url().jdbcUrl()
              + "?user="
              + started.address().user()
              + "&password="
              + started.address().password(),
          "ADMIN_PORT",
          Integer.toString(adminPort),
          "ENDPOINT",
          "http://localhost:3001",
          "ADMIN_ENDPOINT",
          "http://localhost:" + adminPort);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.close();
    }
    Objects.requireNonNull(folder).close();
  }

  static URI core() {
    return setting("test.url");
  }

  static URI admin() {
    return setting("ADMIN_ENDPOINT");
  }

  private static URI setting(String name) {
    return URI.create(ConfigProvider.getConfig().getValue(name, String.class));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
