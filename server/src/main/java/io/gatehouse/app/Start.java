package io.gatehouse.app;

import io.gatehouse.management.openapi.BuiltDescription;
import io.gatehouse.platform.config.Settings;
import io.gatehouse.platform.config.SettingsReader;
import io.gatehouse.platform.config.StartupProblem;
import io.gatehouse.platform.crypto.UnsealException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The command {@code start}. */
final class Start {
  private Start() {}

  static int run() {
    Settings settings = settings();
    Preflight.check(settings);
    Boot boot = Boot.with(settings);
    boot.around(() -> Quarkus.run(Server.class, (code, failure) -> end(boot, code, failure)));
    return 0;
  }

  /** Reads the settings and hands to Quarkus what concerns it. */
  static Settings settings() {
    SettingsReader.Outcome outcome = SettingsReader.read(System.getenv(), Path.of(""));
    outcome.warnings().forEach(System.err::println);
    Settings settings = outcome.settings();
    if (settings.caFile() != null) {
      Authorities.trust(settings.caFile());
    }
    BuiltDescription.leaveUnreadAtStart();
    QuarkusSettings.of(settings)
        .forEach((name, value) -> System.setProperty(name, value.toString()));
    return settings;
  }

  static void end(Boot boot, int code, @Nullable Throwable failure) {
    boolean signalled = Lifespan.isProcessEnding();
    if (failure != null && !signalled) { // what a signal has interrupted is no fault
      StartupProblem problem = StartupProblem.behind(failure);
      System.err.println(problem != null ? problem.getMessage() : explain(failure));
    }
    boot.close();
    if (!signalled) {
      System.exit(failure == null ? code : 1);
    }
  }

  /**
   * A port that was taken since we looked is a sentence; anything else is a fault of ours, and
   * shown whole.
   */
  private static String explain(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof UnsealException) {
        return "A secret cannot be read: " + at.getMessage() + ".";
      }
      if (at instanceof BindException) {
        return "A port of PORT, ADMIN_PORT or GATEHOUSE_HEALTH_PORT is in use by another program: "
            + at.getMessage()
            + ".";
      }
    }
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  /** Runs once both listeners are open, until it is told to stop. */
  public static final class Server implements QuarkusApplication {
    private final Settings settings;

    Server(Settings settings) {
      this.settings = settings;
    }

    @Override
    public int run(String... args) {
      if (!Lifespan.isProcessEnding()) {
        System.out.println(Greeting.of(settings));
      }
      Quarkus.waitForExit();
      return 0;
    }
  }
}
