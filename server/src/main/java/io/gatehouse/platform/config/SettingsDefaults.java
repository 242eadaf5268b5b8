package io.gatehouse.platform.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * What holds unless the operator says otherwise, where another module on the class path differs
 * from {@link Settings}. The product itself has none.
 */
public interface SettingsDefaults {

  /**
   * Texts by the names of settings.
   *
   * @param given what the operator has set
   */
  Map<String, String> of(Map<String, String> given);

  /** What was given, completed by what the installed modules say. */
  static Map<String, String> complete(Map<String, String> given) {
    Map<String, String> all = new LinkedHashMap<>();
    ServiceLoader.load(SettingsDefaults.class, SettingsDefaults.class.getClassLoader())
        .forEach(module -> all.putAll(module.of(given)));
    all.putAll(given);
    return all;
  }
}
