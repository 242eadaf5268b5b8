package io.gatehouse.app;

import io.gatehouse.platform.config.StartupProblem;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where the program begins: reads the command line and does what it says. */
@QuarkusMain
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    try {
      int code = CommandLine.run(args);
      if (code != 0) {
        System.exit(code);
      }
    } catch (StartupProblem problem) {
      System.err.println(problem.getMessage());
      System.exit(1);
    }
  }
}
