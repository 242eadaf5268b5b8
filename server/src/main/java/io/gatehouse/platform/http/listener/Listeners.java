package io.gatehouse.platform.http.listener;

import io.gatehouse.platform.config.Purpose;
import io.gatehouse.platform.config.Settings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The two listeners. Quarkus opens the core's; the admin's is a server of ours that feeds the same
 * root handler, so that a resource does not know by which door a request came. Whoever must know
 * asks {@link #of}.
 */
@ApplicationScoped
public class Listeners {
  /** After everything else of the start, so that nobody is let in early. */
  private static final int LAST = Integer.MAX_VALUE - 1000;

  private static final Duration OPENING = Duration.ofSeconds(30);

  private final Settings settings;
  private final Handshakes handshakes;
  private final Vertx vertx;
  private final AtomicInteger adminPort = new AtomicInteger(-1);
  private volatile @Nullable String deployment;

  Listeners(Settings settings, Vertx vertx, Handshakes handshakes) {
    this.settings = settings;
    this.handshakes = handshakes;
    this.vertx = vertx;
  }

  /** By which door the request came in. */
  public Listener of(HttpServerRequest request) {
    return request.localAddress().port() == adminPort.get() ? Listener.ADMIN : Listener.CORE;
  }

  /** Where the admin listener is open. */
  public int adminPort() {
    return adminPort.get();
  }

  void open(@Observes @Priority(LAST) StartupEvent started, Purpose purpose) {
    if (settings.adminDisableLocalhost() || !purpose.serves()) {
      return;
    }
    HttpServerOptions options = options();
    int instances = Runtime.getRuntime().availableProcessors();
    deployment =
        vertx
            .deployVerticle(
                () -> new AdminServer(options, adminPort),
                new DeploymentOptions().setInstances(instances))
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(OPENING.toSeconds(), TimeUnit.SECONDS)
            .join();
  }

  void close(@Observes ShutdownEvent stopped) throws InterruptedException {
    String id = deployment;
    if (id != null) {
      CountDownLatch closed = new CountDownLatch(1);
      vertx.undeploy(id).onComplete(done -> closed.countDown());
      closed.await();
    }
  }

  private HttpServerOptions options() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(settings.host())
            .setPort(settings.adminPort())
            .setCompressionSupported(true)
            .setHandle100ContinueAutomatically(true)
            .setIdleTimeout(1800);
    Path certificate = settings.httpsCertPath();
    Path key = settings.httpsKeyPath();
    if (certificate != null && key != null) {
      options
          .setSsl(true)
          .setUseAlpn(true)
          .setKeyCertOptions(
              new PemKeyCertOptions()
                  .addCertPath(certificate.toString())
                  .addKeyPath(key.toString()));
      handshakes.customizeHttpsServer(options);
    }
    return options;
  }

  /** One of these runs on each event loop; Vert.x shares the port among them. */
  private static final class AdminServer extends AbstractVerticle {
    private final HttpServerOptions options;
    private final AtomicInteger port;

    AdminServer(HttpServerOptions options, AtomicInteger port) {
      this.options = options;
      this.port = port;
    }

    @Override
    public void start(Promise<Void> started) {
      HttpServer server = vertx.createHttpServer(options);
      server
          .requestHandler(request -> VertxHttpRecorder.getRootHandler().handle(request))
          .listen()
          .onSuccess(open -> port.set(open.actualPort()))
          .<Void>mapEmpty()
          .onComplete(started);
    }
  }
}
