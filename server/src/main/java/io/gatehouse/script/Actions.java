package io.gatehouse.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.audit.log.Logs;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.sandbox.Outcome;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs the scripts that have a say at sign-in. */
@Singleton
public class Actions {
  private final Scripts scripts;
  private final ScriptRunner runner;
  private final Logs logs;

  Actions(Scripts scripts, ScriptRunner runner, Logs logs) {
    this.scripts = scripts;
    this.runner = runner;
    this.logs = logs;
  }

  /**
   * What a script is told.
   *
   * @param userId whom it is about, if that is known
   */
  public record Event(ObjectNode json, String applicationId, @Nullable String userId) {}

  /**
   * What the tenant's script answers; empty without one, and when it has nothing to say. A script
   * that fails is noted, and ends the request where the tenant wants that.
   *
   * @throws io.gatehouse.platform.error.RequestException {@code action.general}
   */
  public Optional<ObjectNode> run(TenantId tenant, ScriptKind kind, Supplier<Event> event) {
    return scripts.ready(tenant, kind).flatMap(script -> run(tenant, kind, script, event.get()));
  }

  private Optional<ObjectNode> run(
      TenantId tenant, ScriptKind kind, ReadyScript script, Event event) {
    ObjectNode input = JsonCodec.object();
    input.set("event", event.json());
    return switch (runner.run(kind, script.script(), input, script.environmentVariables())) {
      case Outcome.Nothing nothing -> Optional.empty();
      case Outcome.Denied denied -> Optional.empty();
      case Outcome.Returned returned -> {
        JsonNode json = JsonCodec.tree(returned.json());
        yield json instanceof ObjectNode answer ? Optional.of(answer) : Optional.empty();
      }
      case Outcome.Failed failed -> {
        failed(tenant, kind, event, failed.name(), failed.message());
        yield Optional.empty();
      }
    };
  }

  /**
   * Notes that the script has failed, or answered what makes no sense.
   *
   * @throws io.gatehouse.platform.error.RequestException where the tenant wants that
   */
  public void failed(TenantId tenant, ScriptKind kind, Event event, String name, String message) {
    logs.append(
        tenant,
        LogEntry.of(kind.logKey())
            .by(event.userId(), event.applicationId(), null)
            .failed(Map.of("name", name, "message", message)));
    if (scripts.ready(tenant, kind).map(ReadyScript::blocks).orElse(false)) {
      throw ScriptError.ACTION.exception();
    }
  }
}
