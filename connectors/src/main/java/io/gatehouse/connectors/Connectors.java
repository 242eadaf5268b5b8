package io.gatehouse.connectors;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All installed connectors, by factory id. Each is made when somebody asks for it: until then no
 * more is read of it than its id.
 *
 * <p>To add one: a folder with its code, {@code connector.json}, {@code logo.svg} and {@code
 * README.md}, and one line in {@code META-INF/services/io.gatehouse.connectors.Connector} of its
 * jar.
 */
public final class Connectors {
  private final Supplier<SortedMap<String, Supplier<Connector>>> source;
  private final Map<String, Connector> made = new ConcurrentHashMap<>();
  private volatile @Nullable SortedMap<String, Supplier<Connector>> known;

  private Connectors(Supplier<SortedMap<String, Supplier<Connector>>> source) {
    this.source = source;
  }

  /** These connectors; two of one id are a fault of the installation. */
  public Connectors(Collection<? extends Connector> connectors) {
    this(given(connectors));
  }

  private static Supplier<SortedMap<String, Supplier<Connector>>> given(
      Collection<? extends Connector> connectors) {
    var byId = new TreeMap<String, Supplier<Connector>>();
    connectors.forEach(connector -> add(byId, connector.metadata().id(), () -> connector));
    return () -> byId;
  }

  /** Every connector on the class path of the current thread. */
  public static Connectors installed() {
    return installed(Thread.currentThread().getContextClassLoader());
  }

  /** Every connector on this class path; they are looked for when somebody asks for the first. */
  public static Connectors installed(ClassLoader classPath) {
    return new Connectors(() -> {
      var byId = new TreeMap<String, Supplier<Connector>>();
      ServiceLoader.load(Connector.class, classPath).stream()
          .forEach(provider -> add(byId, id(provider), provider::get));
      return byId;
    });
  }

  /** One without a folder of its own has to be made for its id. */
  private static String id(ServiceLoader.Provider<Connector> provider) {
    String id = ConnectorMetadata.idBeside(provider.type());
    return id == null ? provider.get().metadata().id() : id;
  }

  private static void add(
      SortedMap<String, Supplier<Connector>> byId, String id, Supplier<Connector> connector) {
    if (byId.putIfAbsent(id, connector) != null) {
      throw new IllegalStateException("Two connectors are called " + id + ".");
    }
  }

  private SortedMap<String, Supplier<Connector>> byId() {
    SortedMap<String, Supplier<Connector>> found = known;
    if (found == null) {
      found = source.get();
      known = found;
    }
    return found;
  }

  /** In the order of their ids. */
  public Collection<Connector> all() {
    return byId().keySet().stream().map(this::find).flatMap(Optional::stream).toList();
  }

  public Optional<Connector> find(String factoryId) {
    Supplier<Connector> connector = byId().get(factoryId);
    return connector == null
        ? Optional.empty()
        : Optional.of(made.computeIfAbsent(factoryId, ignored -> connector.get()));
  }
}
