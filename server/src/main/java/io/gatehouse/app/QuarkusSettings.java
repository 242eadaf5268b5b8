package io.gatehouse.app;

import io.gatehouse.platform.config.LogFormat;
import io.gatehouse.platform.config.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says to Quarkus, in its own names, what our settings mean for the parts that it runs. */
final class QuarkusSettings {
  private final Settings settings;
  private final Map<String, Object> values = new LinkedHashMap<>();

  private QuarkusSettings(Settings settings) {
    this.settings = settings;
  }

  static Map<String, Object> of(Settings settings) {
    QuarkusSettings all = new QuarkusSettings(settings);
    all.listener();
    all.proxy();
    all.health();
    all.log();
    all.traces();
    return all.values;
  }

  private void listener() {
    values.put("quarkus.http.host", settings.host());
    // One a core: more of them take turns, and each turn is a switch of threads.
    values.put("quarkus.vertx.event-loops-pool-size", Runtime.getRuntime().availableProcessors());
    values.put("quarkus.http.body.uploads-directory", settings.dataFolder().resolve("uploads"));
    Path certificate = settings.httpsCertPath();
    Path key = settings.httpsKeyPath();
    if (certificate == null || key == null) {
      values.put("quarkus.http.port", settings.port());
      return;
    }
    values.put("quarkus.http.ssl-port", settings.port());
    values.put("quarkus.http.insecure-requests", "disabled");
    values.put("quarkus.http.ssl.certificate.files", certificate);
    values.put("quarkus.http.ssl.certificate.key-files", key);
  }

  private void proxy() {
    values.put("quarkus.http.proxy.proxy-address-forwarding", settings.trustProxyHeader());
    values.put("quarkus.http.proxy.allow-x-forwarded", settings.trustProxyHeader());
    values.put("quarkus.http.proxy.enable-forwarded-host", settings.trustProxyHeader());
  }

  private void health() {
    boolean on = settings.healthPort() != 0;
    values.put("quarkus.management.host-enabled", on);
    if (on) {
      values.put("quarkus.management.host", settings.host());
      values.put("quarkus.management.port", settings.healthPort());
    }
  }

  private void log() {
    values.put("quarkus.log.console.json.enabled", settings.log() == LogFormat.JSON);
  }

  private void traces() {
    URI endpoint = settings.otelEndpoint();
    values.put("quarkus.otel.sdk.disabled", endpoint == null);
    if (endpoint != null) {
      values.put("quarkus.otel.exporter.otlp.endpoint", endpoint);
      values.put("quarkus.otel.traces.sampler.arg", settings.traceRatio());
    }
  }
}
