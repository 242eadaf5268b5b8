package io.gatehouse.signin;

import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.audit.log.Logs;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PublicState;
import io.gatehouse.platform.error.RequestException;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Supplier;

/** Writes what a page's step did to the log, under the same keys as the Experience API. */
@Singleton
public class VisitLog {
  private final Logs logs;

  VisitLog(Logs logs) {
    this.logs = logs;
  }

  /** Runs the step; the key follows {@code Interaction.<event>.}. */
  public <T> T of(Journey journey, String key, Supplier<T> step) {
    LogEntry entry = entry(journey, key);
    try {
      T result = step.get();
      logs.append(journey.tenantId(), entry);
      return result;
    } catch (RequestException refusal) {
      logs.append(journey.tenantId(), entry.failed(Map.of("code", refusal.code().code())));
      throw refusal;
    } catch (ConnectorException failure) {
      logs.append(journey.tenantId(), entry.failed(Map.of("code", failure.code())));
      throw failure;
    }
  }

  private static LogEntry entry(Journey journey, String key) {
    Interaction interaction = journey.interaction();
    return LogEntry.of("Interaction." + journey.state().interactionEvent().wire() + "." + key)
        .by(journey.state().userId(), interaction.applicationId(), interaction.name())
        .from(journey.visitor().ip(), journey.visitor().userAgent())
        .with("interaction", PublicState.of(journey.state()));
  }
}
