package io.gatehouse.enterprise;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which domains a connector may have. */
final class Domains {
  /** Where anybody can have an address: nobody's own. */
  private static final Set<String> PUBLIC =
      Set.of(
          "gmail.com",
          "yahoo.com",
          "hotmail.com",
          "outlook.com",
          "live.com",
          "icloud.com",
          "aol.com",
          "yandex.com",
          "mail.com",
          "protonmail.com",
          "yanex.com",
          "gmx.com",
          "mail.ru",
          "zoho.com",
          "qq.com",
          "163.com",
          "126.com",
          "sina.com",
          "sohu.com");

  private Domains() {}

  static void check(List<String> domains) {
    List<String> open = domains.stream().filter(PUBLIC::contains).distinct().toList();
    if (!open.isEmpty()) {
      throw SsoError.FORBIDDEN_DOMAINS.withData(Map.of("data", open));
    }
    Set<String> seen = new HashSet<>();
    List<String> twice = domains.stream().filter(one -> !seen.add(one)).distinct().toList();
    if (!twice.isEmpty()) {
      throw SsoError.DUPLICATED_DOMAINS.withData(Map.of("data", twice));
    }
  }
}
