package io.gatehouse.connectors;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * All installed connectors, by factory id.
 *
 * <p>To add one: a folder with its code, {@code connector.json}, {@code logo.svg} and {@code
 * README.md}, and one line in {@code META-INF/services/io.gatehouse.connectors.Connector} of its
 * jar.
 */
public final class Connectors {
  private final Map<String, Connector> byId = new LinkedHashMap<>();

  /** These connectors; two of one id are a fault of the installation. */
  public Connectors(Collection<? extends Connector> connectors) {
    connectors.stream()
        .sorted(Comparator.comparing(connector -> connector.metadata().id()))
        .forEach(this::add);
  }

  /** Every connector on the class path of the current thread. */
  public static Connectors installed() {
    return installed(Thread.currentThread().getContextClassLoader());
  }

  /** Every connector on this class path. */
  public static Connectors installed(ClassLoader classPath) {
    return new Connectors(
        ServiceLoader.load(Connector.class, classPath).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  private void add(Connector connector) {
    String id = connector.metadata().id();
    if (byId.putIfAbsent(id, connector) != null) {
      throw new IllegalStateException("Two connectors are called " + id + ".");
    }
  }

  /** In the order of their ids. */
  public Collection<Connector> all() {
    return byId.values();
  }

  public Optional<Connector> find(String factoryId) {
    return Optional.ofNullable(byId.get(factoryId));
  }
}
