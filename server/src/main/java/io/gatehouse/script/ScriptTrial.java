package io.gatehouse.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.sandbox.Outcome;
import io.gatehouse.script.ScriptInputs.ActionTrial;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries scripts before they are kept: they run as they would, and nothing comes of it. */
@Singleton
class ScriptTrial {
  private final ScriptRunner runner;

  ScriptTrial(ScriptRunner runner) {
    this.runner = runner;
  }

  /** The claims that the script gives for the sample. */
  ObjectNode claims(
      ScriptKind kind, String script, @Nullable Map<String, String> variables, Sample sample) {
    ObjectNode input = JsonCodec.object();
    input.set("token", sample.token());
    input.set("context", sample.context());
    return switch (Customizers.claims(runner.run(kind, script, input, variables))) {
      case Customized.Claims claims -> claims.claims();
      case Customized.Denied denied -> throw ScriptError.denied(denied.message());
      case Customized.Failed failed -> throw ScriptError.customizer(failed.why());
    };
  }

  /** What a customizer is tried with. */
  record Sample(ObjectNode token, ObjectNode context) {}

  /** What the action returns for the sample; empty for nothing. */
  Optional<JsonNode> action(ActionTrial trial) {
    ObjectNode input = JsonCodec.object();
    input.set("event", trial.event());
    return switch (runner.run(
        trial.actionType().kind(), trial.script(), input, trial.environmentVariables())) {
      case Outcome.Returned returned -> Optional.of(JsonCodec.tree(returned.json()));
      case Outcome.Nothing nothing -> Optional.empty();
      case Outcome.Denied denied -> Optional.empty();
      case Outcome.Failed failed -> throw ScriptError.action(failed);
    };
  }
}
