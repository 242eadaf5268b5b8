package io.gatehouse.connector;

import io.gatehouse.connectors.Connector;
import io.gatehouse.connectors.Connectors;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;

/** The installed connectors, before anybody has configured them. */
@Singleton
class Factories {
  private final Connectors installed = Connectors.installed(Factories.class.getClassLoader());

  Collection<Connector> all() {
    return installed.all();
  }

  Optional<Connector> find(String factoryId) {
    return installed.find(factoryId);
  }
}
