package io.gatehouse.sandbox.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.sandbox.Job;
import io.gatehouse.sandbox.Outcome;
import io.gatehouse.sandbox.Outcome.Failed;
import io.gatehouse.sandbox.Outcome.Reason;
import io.gatehouse.sandbox.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/**
 * Runs one script after the other, each in a fresh world of its own: nothing of Java, no files, no
 * network, no threads, no clock of ours, and nothing that another script has left.
 */
final class Evaluator {
  private static final String JS = "js";

  private final Watch watch;
  private final Engine engine;
  private final Source harness;

  Evaluator(Watch watch) throws IOException {
    this.watch = watch;
    this.engine =
        Engine.newBuilder(JS)
            .out(OutputStream.nullOutputStream())
            .err(OutputStream.nullOutputStream())
            .logHandler(OutputStream.nullOutputStream())
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    try (InputStream text =
        Objects.requireNonNull(Evaluator.class.getResourceAsStream("harness.js"))) {
      this.harness = source(new String(text.readAllBytes(), UTF_8), "harness.js");
    }
  }

  /** Has the engine's classes loaded before somebody waits for them. */
  void warmUp() {
    String script = "const warm = async ({ n }) => ({ n: [n, ...[1]].map((x) => x + 1) });";
    run(new Job(script, "warm", "{\"n\":1}", true));
  }

  Outcome run(Job job) {
    try (Context context = context()) {
      watch.begin(() -> context.close(true));
      return run(context, job);
    } catch (PolyglotException e) {
      return failure(e);
    } finally {
      watch.end();
    }
  }

  private Outcome run(Context context, Job job) {
    Value harnessed = context.eval(harness);
    context.eval(source(job.script(), "script.js"));
    Value function =
        context.eval(
            source(
                "typeof %s === 'function' ? %s : undefined"
                    .formatted(job.function(), job.function()),
                "function.js"));
    if (function.isNull()) {
      return new Failed(
          Reason.THREW,
          "ReferenceError",
          "The script declares no function " + job.function() + ".",
          "");
    }
    harnessed.invokeMember("run", function, job.input(), job.mayDeny());
    return outcome(harnessed.invokeMember("outcome"));
  }

  private static Outcome outcome(Value told) {
    String kind = told.getMember("kind").asString();
    String text = told.getMember("text").asString();
    return switch (kind) {
      case "denied" -> new Outcome.Denied(text);
      case "returned" ->
          text.length() > Wire.MOST_RESULT ? failed(Reason.TOO_LARGE) : new Outcome.Returned(text);
      case "nothing" -> new Outcome.Nothing();
      case "threw" ->
          new Failed(
              Reason.THREW,
              told.getMember("name").asString(),
              text,
              told.getMember("stack").asString());
      default -> failed(Reason.UNSETTLED);
    };
  }

  private static Outcome failure(PolyglotException e) {
    if (e.isCancelled() || e.isInterrupted()) {
      return failed(Reason.TIMED_OUT);
    }
    if (e.isResourceExhausted()) {
      return failed(Reason.OUT_OF_MEMORY);
    }
    String message = String.valueOf(e.getMessage());
    int colon = message.indexOf(": ");
    boolean named = colon > 0 && message.substring(0, colon).matches("\\w+");
    return new Failed(
        Reason.THREW,
        named ? message.substring(0, colon) : "Error",
        named ? message.substring(colon + 2) : message,
        "");
  }

  private static Outcome failed(Reason reason) {
    return Failed.because(reason);
  }

  private Context context() {
    return Context.newBuilder(JS)
        .engine(engine)
        .allowAllAccess(false)
        .allowHostAccess(HostAccess.NONE)
        .allowIO(IOAccess.NONE)
        .allowPolyglotAccess(PolyglotAccess.NONE)
        .allowEnvironmentAccess(EnvironmentAccess.NONE)
        .allowCreateThread(false)
        .allowCreateProcess(false)
        .allowNativeAccess(false)
        .allowInnerContextOptions(false)
        .allowExperimentalOptions(true)
        .option("js.polyglot-builtin", "false")
        .option("js.java-package-globals", "false")
        .option("js.graal-builtin", "false")
        .option("js.load", "false")
        .option("js.print", "false")
        .option("js.shared-array-buffer", "false")
        .option("js.atomics", "false")
        .build();
  }

  private static Source source(String text, String name) {
    return Source.newBuilder(JS, text, name).cached(true).buildLiteral();
  }
}
