package io.gatehouse.script;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A tenant's script, ready to run.
 *
 * @param blocks whether its failure ends what it has a say in
 */
record ReadyScript(String script, Map<String, String> environmentVariables, boolean blocks) {
  ReadyScript {
    environmentVariables = Map.copyOf(environmentVariables);
  }

  /** From the settings as they are kept. */
  static ReadyScript of(ObjectNode value) {
    Map<String, String> variables = new LinkedHashMap<>();
    value
        .path("environmentVariables")
        .properties()
        .forEach(variable -> variables.put(variable.getKey(), variable.getValue().asText()));
    return new ReadyScript(
        value.path("script").asText(),
        variables,
        value.path("blockIssuanceOnError").asBoolean()
            || value.path("onExecutionError").asText().equals("block"));
  }

  /** Whether the script is to be run at all; a customizer always is, an action when switched on. */
  static boolean runs(ScriptKind kind, ObjectNode value) {
    return kind.customizer() || value.path("enabled").asBoolean();
  }
}
