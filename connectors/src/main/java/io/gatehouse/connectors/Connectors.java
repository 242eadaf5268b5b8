package io.gatehouse.connectors;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All installed connectors, by factory id.
 *
 * <p>To add one: a folder with its code, {@code connector.json}, {@code logo.svg} and {@code
 * README.md}, and one line in {@code META-INF/services/io.gatehouse.connectors.Connector} of its
 * jar.
 */
public final class Connectors {
  private final Supplier<Collection<? extends Connector>> source;
  private volatile @Nullable Map<String, Connector> known;

  private Connectors(Supplier<Collection<? extends Connector>> source) {
    this.source = source;
  }

  /** These connectors; two of one id are a fault of the installation. */
  public Connectors(Collection<? extends Connector> connectors) {
    this(() -> connectors);
    this.known = byId(connectors);
  }

  /** Every connector on the class path of the current thread. */
  public static Connectors installed() {
    return installed(Thread.currentThread().getContextClassLoader());
  }

  /** Every connector on this class path; they are looked for when somebody asks for the first. */
  public static Connectors installed(ClassLoader classPath) {
    return new Connectors(() ->
        ServiceLoader.load(Connector.class, classPath).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  private Map<String, Connector> byId() {
    Map<String, Connector> found = known;
    if (found == null) {
      found = byId(source.get());
      known = found;
    }
    return found;
  }

  private static Map<String, Connector> byId(Collection<? extends Connector> connectors) {
    Map<String, Connector> byId = new LinkedHashMap<>();
    connectors.stream()
        .sorted(Comparator.comparing(connector -> connector.metadata().id()))
        .forEach(connector -> {
          String id = connector.metadata().id();
          if (byId.putIfAbsent(id, connector) != null) {
            throw new IllegalStateException("Two connectors are called " + id + ".");
          }
        });
    return byId;
  }

  /** In the order of their ids. */
  public Collection<Connector> all() {
    return byId().values();
  }

  public Optional<Connector> find(String factoryId) {
    return Optional.ofNullable(byId().get(factoryId));
  }
}
