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

/** Runs the scripts that add claims to access tokens. */
@Singleton
public class Customizers {
  private final Scripts scripts;
  private final ScriptRunner runner;
  private final Logs logs;

  Customizers(Scripts scripts, ScriptRunner runner, Logs logs) {
    this.scripts = scripts;
    this.runner = runner;
    this.logs = logs;
  }

  /**
   * What a script is told.
   *
   * @param token the token without its additional claims
   * @param context whom it is for, and how they signed in
   * @param userId who, if it is a person
   */
  public record Facts(
      ObjectNode token, ObjectNode context, @Nullable String userId, String applicationId) {}

  /** What the tenant's script says; empty without one, and then the facts are not gathered. */
  public Optional<Customized> customize(TenantId tenant, ScriptKind kind, Supplier<Facts> gather) {
    return scripts.ready(tenant, kind).map(script -> run(tenant, kind, script, gather.get()));
  }

  private Customized run(TenantId tenant, ScriptKind kind, ReadyScript script, Facts facts) {
    ObjectNode input = JsonCodec.object();
    input.set("token", facts.token());
    input.set("context", facts.context());
    Customized customized =
        claims(runner.run(kind, script.script(), input, script.environmentVariables()));
    if (!(customized instanceof Customized.Failed failed)) {
      return customized;
    }
    logs.append(
        tenant,
        LogEntry.of(kind.logKey())
            .by(facts.userId(), facts.applicationId(), null)
            .failed(Map.of("name", failed.why().name(), "message", failed.why().message())));
    return new Customized.Failed(failed.why(), script.blocks());
  }

  /** Reads what came of a script as claims. */
  static Customized claims(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Denied denied -> new Customized.Denied(denied.message());
      case Outcome.Failed failed -> new Customized.Failed(failed, false);
      case Outcome.Nothing nothing -> notAnObject();
      case Outcome.Returned returned -> {
        JsonNode json = JsonCodec.tree(returned.json());
        yield json instanceof ObjectNode claims ? new Customized.Claims(claims) : notAnObject();
      }
    };
  }

  private static Customized notAnObject() {
    return new Customized.Failed(
        new Outcome.Failed(
            Outcome.Reason.THREW, "TypeError", "The script must return an object.", ""),
        false);
  }
}
