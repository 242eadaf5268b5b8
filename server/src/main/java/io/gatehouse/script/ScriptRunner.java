package io.gatehouse.script;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.sandbox.Job;
import io.gatehouse.sandbox.Limits;
import io.gatehouse.sandbox.Outcome;
import io.gatehouse.sandbox.Sandbox;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs scripts of tenants in the sandbox, whose processes begin with the first of them. */
@Singleton
class ScriptRunner {
  private final Sandbox sandbox = new Sandbox(program(), Limits.STANDARD);

  /** Runs the script; its function gets the members of {@code input} and the variables. */
  Outcome run(
      ScriptKind kind, String script, ObjectNode input, @Nullable Map<String, String> variables) {
    Db.mayBlock();
    ObjectNode argument = JsonCodec.object();
    argument.setAll(input);
    argument.set(
        "environmentVariables",
        JsonCodec.mapper().valueToTree(variables == null ? Map.of() : variables));
    return sandbox.run(
        new Job(script, kind.function(), JsonCodec.text(argument), kind.customizer()));
  }

  void stop(@Observes ShutdownEvent stopped) {
    sandbox.close();
  }

  /** Where the program of the processes was built: beside the server. */
  private static List<Path> program() {
    Path home = Path.of(System.getProperty("gatehouse.home", "")).toAbsolutePath();
    Path built =
        Stream.of(home.resolve("sandbox/target"), home.resolve("../sandbox/target").normalize())
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(home.resolve("sandbox/target"));
    return List.of(built.resolve("classes"), built.resolve("worker/*"));
  }
}
