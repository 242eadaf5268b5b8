package io.gatehouse.platform.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings: the environment first, then the file, then what holds by default. A name that
 * is almost a setting is never silently ignored: in the file and under {@code GATEHOUSE_} it is
 * refused, elsewhere in the environment it is a warning.
 */
public final class SettingsReader {
  /**
   * Variables that are ours though no settings: which file to read, and what the start script
   * reads.
   */
  private static final List<String> BESIDES = List.of("GATEHOUSE_CONFIG", "GATEHOUSE_JAVA_OPTS");

  private static final String FILE_NAME = "gatehouse.properties";

  private SettingsReader() {}

  /** The settings, and what their operator should know though it stops nothing. */
  public record Outcome(Settings settings, List<String> warnings) {}

  /** Reads the environment of a process that runs in the given folder. */
  public static Outcome read(Map<String, String> environment, Path workingFolder) {
    refuseUnknownOf(environment);
    Map<String, String> values = new LinkedHashMap<>();
    Path file = file(environment, workingFolder);
    if (file != null) {
      values.putAll(fileContent(file));
    }
    for (RecordComponent component : SettingsTable.components()) {
      String name = SettingsTable.of(component).name();
      String value = environment.get(name);
      if (value != null && !value.isBlank()) {
        values.put(name, value);
      }
    }
    return new Outcome(SettingsTable.build(values), warnings(environment));
  }

  private static @Nullable Path file(Map<String, String> environment, Path workingFolder) {
    String named = environment.get("GATEHOUSE_CONFIG");
    if (named != null && !named.isBlank()) {
      Path path = workingFolder.resolve(named);
      if (!Files.isRegularFile(path)) {
        throw new StartupProblem("GATEHOUSE_CONFIG names %s, which is not a file.".formatted(path));
      }
      return path;
    }
    String given = environment.get("GATEHOUSE_DATA");
    Path data =
        given == null ? SettingsTable.home().resolve(".gatehouse") : workingFolder.resolve(given);
    for (Path path : List.of(data.resolve(FILE_NAME), workingFolder.resolve(FILE_NAME))) {
      if (Files.isRegularFile(path)) {
        return path;
      }
    }
    return null;
  }

  private static Map<String, String> fileContent(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new StartupProblem(
          "The settings in %s cannot be read: %s.".formatted(file, e.getMessage()), e);
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : new TreeSet<>(properties.stringPropertyNames())) {
      if (!SettingsTable.isKnown(name)) {
        throw unknown(name, "in " + file);
      }
      String value = properties.getProperty(name).strip();
      if (!value.isEmpty()) {
        values.put(name, value);
      }
    }
    return values;
  }

  private static void refuseUnknownOf(Map<String, String> environment) {
    List<String> known = known();
    for (String name : new TreeSet<>(environment.keySet())) {
      boolean ours = name.startsWith("GATEHOUSE_") && !isOfKubernetes(name);
      if (ours && !known.contains(name)) {
        throw unknown(name, "in the environment");
      }
    }
  }

  /**
   * Kubernetes describes a service called "gatehouse" to every pod beside it in variables of these
   * forms.
   */
  private static boolean isOfKubernetes(String name) {
    return name.matches(
            "GATEHOUSE_(\\w+_)?(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)")
        && !SettingsTable.isKnown(name);
  }

  private static StartupProblem unknown(String name, String where) {
    String near = Spelling.nearest(name, known());
    return new StartupProblem(
        "Unknown setting %s %s%s"
            .formatted(
                name,
                where,
                near == null
                    ? "; `./gatehouse help settings` lists them all."
                    : "; did you mean " + near + "?"));
  }

  private static List<String> warnings(Map<String, String> environment) {
    List<String> all = known();
    List<String> warnings = new ArrayList<>();
    for (String name : new TreeSet<>(environment.keySet())) {
      if (all.contains(name)) {
        continue;
      }
      for (String known : all) {
        boolean likely = Math.abs(name.length() - known.length()) <= 1;
        if (likely && Spelling.distance(name, known) == 1) {
          warnings.add(
              "The environment variable %s is ignored; did you mean %s?".formatted(name, known));
        }
      }
    }
    return List.copyOf(warnings);
  }

  /** Names that another module on the class path reads itself, one a line. */
  private static List<String> ofOtherModules() {
    List<String> names = new ArrayList<>();
    try {
      for (URL list :
          Collections.list(
              SettingsReader.class.getClassLoader().getResources("META-INF/gatehouse/variables"))) {
        try (InputStream in = list.openStream()) {
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .forEach(names::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  private static List<String> known() {
    List<String> names = new ArrayList<>(BESIDES);
    names.addAll(ofOtherModules());
    SettingsTable.components().forEach(component -> names.add(SettingsTable.of(component).name()));
    return names;
  }
}
