package io.gatehouse.branding;

import io.gatehouse.connectors.Connector;
import io.gatehouse.connectors.Connectors;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which kinds of connectors a tenant has, for settings that need one. */
@Singleton
public class ConnectorKinds {
  private final ConnectorKindStore store;
  private final Connectors installed = Connectors.installed(ConnectorKinds.class.getClassLoader());

  ConnectorKinds(ConnectorKindStore store) {
    this.store = store;
  }

  /** What there is; presence counts, whatever the configuration. */
  public record Present(boolean email, boolean sms, Set<String> targets) {}

  public Present of(TenantId tenant) {
    boolean email = false;
    boolean sms = false;
    Set<String> targets = new HashSet<>();
    for (ConnectorKindStore.Kind row : store.kinds(tenant)) {
      Optional<Connector> factory = installed.find(row.factory());
      if (factory.isPresent()) {
        switch (factory.get().type()) {
          case EMAIL -> email = true;
          case SMS -> sms = true;
          case SOCIAL ->
              targets.add(row.target() == null ? factory.get().metadata().target() : row.target());
        }
      }
    }
    return new Present(email, sms, targets);
  }
}
