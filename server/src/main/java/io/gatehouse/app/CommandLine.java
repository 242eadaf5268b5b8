package io.gatehouse.app;

import io.gatehouse.platform.config.SettingsTable;
import io.gatehouse.platform.config.Spelling;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.tenant.TenantId;
import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The commands of the program. {@code start} is the one meant when none is named. */
final class CommandLine {
  private static final int WRONG_USE = 2;
  private static final List<String> COMMANDS =
      List.of(
          "start",
          "admin create",
          "admin credential",
          "keys list",
          "keys rotate",
          "keys delete",
          "secrets reseal",
          "help");

  private CommandLine() {}

  /** Something in the arguments that makes no sense. */
  private static final class Misuse extends RuntimeException {
    Misuse(String sentence) {
      super(sentence, null, false, false);
    }
  }

  /** Does what the arguments say and answers the exit code. */
  static int run(String[] args) {
    List<String> words = new ArrayList<>(Arrays.asList(args));
    if (words.remove("--help") | words.remove("-h")) {
      return help(words);
    }
    if (!words.isEmpty() && words.getFirst().equals("help")) {
      return help(words.subList(1, words.size()));
    }
    try {
      return dispatch(words);
    } catch (Misuse misuse) {
      return refuse(String.valueOf(misuse.getMessage()));
    }
  }

  private static int dispatch(List<String> words) {
    int options = 0;
    while (options < words.size() && !words.get(options).startsWith("--")) {
      options++;
    }
    String command = String.join(" ", words.subList(0, options));
    List<String> rest = words.subList(options, words.size());
    return switch (command) {
      case "", "start" -> {
        read(rest, List.of());
        yield Start.run();
      }
      case "admin create" -> CommandRunner.run(createAdministrator(rest));
      case "admin credential" ->
          CommandRunner.run(new Command.PrintCredential(tenant(read(rest, List.of("tenant")))));
      case "keys list" ->
          CommandRunner.run(new Command.ListKeys(tenant(read(rest, List.of("tenant")))));
      case "keys rotate" ->
          CommandRunner.run(rotateKeys(read(rest, List.of("tenant", "algorithm", "grace"))));
      case "keys delete" -> CommandRunner.run(deleteKey(read(rest, List.of("tenant", "id"))));
      case "secrets reseal" -> {
        read(rest, List.of());
        yield CommandRunner.run(new Command.ResealSecrets());
      }
      default -> throw unknown(command);
    };
  }

  private static Command rotateKeys(Map<String, String> options) {
    String name = options.get("algorithm");
    SigningAlgorithm algorithm = name == null ? null : SigningAlgorithm.of(name);
    if (name != null && algorithm == null) {
      throw new Misuse("--algorithm is ES256, ES384, ES512, RS256, PS256 or EdDSA.");
    }
    return new Command.RotateKeys(tenant(options), algorithm, grace(options.get("grace")));
  }

  private static @Nullable Duration grace(@Nullable String seconds) {
    if (seconds == null) {
      return null;
    }
    if (!seconds.matches("\\d{1,9}")) {
      throw new Misuse("--grace is a number of seconds.");
    }
    return Duration.ofSeconds(Long.parseLong(seconds));
  }

  private static Command deleteKey(Map<String, String> options) {
    String id = options.get("id");
    if (id == null) {
      throw new Misuse("keys delete needs --id; keys list shows them.");
    }
    return new Command.DeleteKey(tenant(options), id);
  }

  private static Command createAdministrator(List<String> rest) {
    Map<String, String> options = read(rest, List.of("username", "password"));
    String username = options.get("username");
    if (username == null) {
      throw new Misuse("admin create needs --username.");
    }
    String password = options.get("password");
    return new Command.CreateAdministrator(username, password == null ? askPassword() : password);
  }

  /** From the terminal without an echo, else the first line of the standard input. */
  private static String askPassword() {
    Console console = System.console();
    if (console != null && console.isTerminal()) {
      char[] typed = console.readPassword("Password: ");
      if (typed != null) {
        return new String(typed);
      }
    }
    try (var lines = new Scanner(System.in, StandardCharsets.UTF_8)) {
      if (lines.hasNextLine()) {
        return lines.nextLine();
      }
    }
    throw new Misuse("admin create needs a password: --password, or a line on the standard input.");
  }

  private static TenantId tenant(Map<String, String> options) {
    return switch (options.getOrDefault("tenant", "default")) {
      case "default" -> TenantId.DEFAULT;
      case "admin" -> TenantId.ADMIN;
      default -> throw new Misuse("--tenant is default or admin.");
    };
  }

  /** Reads {@code --name value} and {@code --name=value}. */
  private static Map<String, String> read(List<String> words, List<String> names) {
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      String name =
          word.substring(word.startsWith("--") ? 2 : 0, equals < 0 ? word.length() : equals);
      if (!word.startsWith("--") || !names.contains(name)) {
        String near = Spelling.nearest(name, names);
        throw new Misuse(
            "There is no option " + word + (near == null ? "." : "; did you mean --" + near + "?"));
      }
      if (equals < 0 && i + 1 == words.size()) {
        throw new Misuse("--" + name + " needs a value.");
      }
      options.put(name, equals < 0 ? words.get(++i) : word.substring(equals + 1));
    }
    return options;
  }

  private static int help(List<String> about) {
    String text = helpOn(about.isEmpty() ? "" : about.getFirst());
    if (text == null) {
      return refuse(String.valueOf(unknown(String.join(" ", about)).getMessage()));
    }
    System.out.print(text);
    return 0;
  }

  private static @Nullable String helpOn(String topic) {
    return switch (topic) {
      case "", "help" -> HelpText.GENERAL;
      case "start" -> HelpText.START;
      case "admin" -> HelpText.ADMIN;
      case "keys" -> HelpText.KEYS;
      case "secrets" -> HelpText.SECRETS;
      case "settings" -> HelpText.SETTINGS + SettingsTable.text();
      default -> null;
    };
  }

  private static Misuse unknown(String command) {
    String near = Spelling.nearest(command, COMMANDS);
    return new Misuse(
        "There is no command " + command + (near == null ? "." : "; did you mean " + near + "?"));
  }

  private static int refuse(String sentence) {
    System.err.println(sentence + "\nTry: ./gatehouse help");
    return WRONG_USE;
  }
}
