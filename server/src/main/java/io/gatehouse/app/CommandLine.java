package io.gatehouse.app;

import io.gatehouse.platform.config.SettingsTable;
import io.gatehouse.platform.config.Spelling;
import java.util.Arrays;
import java.util.List;

/** The commands of the program. {@code start} is the one meant when none is named. */
final class CommandLine {
  private static final int WRONG_USE = 2;
  private static final List<String> COMMANDS = List.of("start", "help");

  private CommandLine() {}

  /** Does what the arguments say and answers the exit code. */
  static int run(String[] args) {
    List<String> words = Arrays.asList(args);
    String command = words.isEmpty() ? "start" : words.getFirst();
    List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
    boolean asksForHelp = rest.contains("--help") || rest.contains("-h");
    return switch (command) {
      case "start" ->
          asksForHelp
              ? say(START)
              : rest.isEmpty() ? Start.run() : refuse("start takes no " + rest.getFirst());
      case "help", "--help", "-h" -> help(rest);
      default -> unknown(command);
    };
  }

  private static int help(List<String> about) {
    String topic = about.isEmpty() ? "" : about.getFirst();
    return switch (topic) {
      case "" -> say(GENERAL);
      case "start" -> say(START);
      case "settings" -> say(SETTINGS + SettingsTable.text());
      default -> unknown(topic);
    };
  }

  private static int unknown(String command) {
    String near = Spelling.nearest(command, COMMANDS);
    return refuse(
        "There is no command " + command + (near == null ? "" : "; did you mean " + near + "?"));
  }

  private static int refuse(String sentence) {
    System.err.println(sentence + "\nTry: ./gatehouse help");
    return WRONG_USE;
  }

  private static int say(String text) {
    System.out.print(text);
    return 0;
  }

  private static final String GENERAL =
      """
      Gatehouse, an identity platform

        start            starts the server and keeps running until Ctrl-C
        help             shows this
        help settings    lists everything that can be set

      Every command explains itself with --help.
      """;

  private static final String START =
      """
      start: starts the server and keeps running until Ctrl-C

      Without DB_URL it runs a PostgreSQL of its own in the folder of GATEHOUSE_DATA (.gatehouse).
      Settings come from environment variables and from gatehouse.properties, in the data folder or the
      working folder, or from the file that GATEHOUSE_CONFIG names; `help settings` lists them.
      """;

  private static final String SETTINGS =
      """
      Settings: environment variables, or lines NAME=value of gatehouse.properties. [what holds by default]

      """;
}
