package io.gatehouse.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a protocol request, from a query or a form, in their order. An empty value
 * counts as absent: "Parameters sent without a value MUST be treated as if they were omitted" [RFC
 * 6749 §3.1].
 */
public final class Parameters {
  /** More than any real request has. */
  private static final int MOST = 200;

  private final Map<String, List<String>> values;

  private Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Of names and values as a framework gives them.
   *
   * @throws OAuthException invalid_request for NUL characters and too many parameters
   */
  public static Parameters of(Map<String, ? extends List<String>> given) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    int count = given.values().stream().mapToInt(List::size).sum();
    if (count > MOST) {
      throw tooMany();
    }
    given.forEach((name, all) -> all.forEach(value -> add(kept, name, value)));
    return new Parameters(kept);
  }

  /**
   * Reads {@code application/x-www-form-urlencoded} text.
   *
   * @throws OAuthException invalid_request for NUL characters, broken percent escapes and too many
   *     parameters
   */
  public static Parameters parse(String form) {
    Map<String, List<String>> read = new LinkedHashMap<>();
    int count = 0;
    int start = 0;
    while (start < form.length()) {
      int end = form.indexOf('&', start);
      end = end < 0 ? form.length() : end;
      if (end > start) {
        if (++count > MOST) {
          throw tooMany();
        }
        int equals = form.indexOf('=', start);
        boolean valued = equals >= 0 && equals < end;
        add(
            read,
            decode(form, start, valued ? equals : end),
            valued ? decode(form, equals + 1, end) : "");
      }
      start = end + 1;
    }
    return new Parameters(read);
  }

  /** The only value, or null when absent. */
  public @Nullable String get(String name) {
    List<String> all = values.get(name);
    return all == null ? null : all.getFirst();
  }

  /** All values of a parameter that may be repeated. */
  public List<String> all(String name) {
    return Collections.unmodifiableList(values.getOrDefault(name, List.of()));
  }

  /**
   * The value of a parameter that must be there.
   *
   * @throws OAuthException invalid_request
   */
  public String required(String name) {
    String value = get(name);
    if (value == null) {
      throw OAuthError.INVALID_REQUEST.because("missing required parameter '" + name + "'");
    }
    return value;
  }

  /** The same with one value for the name, whatever it had before. */
  public Parameters with(String name, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.put(name, List.of(value));
    return new Parameters(changed);
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public Set<String> names() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /**
   * "Request and response parameters MUST NOT be included more than once" [RFC 6749 §3.1].
   *
   * @throws OAuthException invalid_request naming the first one that is, {@code repeatable} ones
   *     excepted
   */
  public void refuseRepeated(Set<String> repeatable) {
    values.forEach((name, all) -> {
      if (all.size() > 1 && !repeatable.contains(name)) {
        throw OAuthError.INVALID_REQUEST.because(
            "'" + name + "' parameter must not be provided twice");
      }
    });
  }

  private static OAuthException tooMany() {
    return OAuthError.INVALID_REQUEST.because("too many parameters");
  }

  private static void add(Map<String, List<String>> to, String name, String value) {
    if (name.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
      throw OAuthError.INVALID_REQUEST.because("a parameter holds a NUL character");
    }
    if (!value.isEmpty()) {
      to.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
    }
  }

  private static String decode(String form, int start, int end) {
    boolean plain = true;
    for (int i = start; i < end && plain; i++) {
      char c = form.charAt(i);
      plain = c != '%' && c != '+' && c < 0x80;
    }
    return plain ? form.substring(start, end) : decodeEscapes(form.substring(start, end));
  }

  private static String decodeEscapes(String text) {
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[raw.length];
    int length = 0;
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        int high = i + 2 <= raw.length - 1 ? Character.digit(raw[i + 1], 16) : -1;
        int low = i + 2 <= raw.length - 1 ? Character.digit(raw[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw OAuthError.INVALID_REQUEST.because("a parameter holds a broken percent escape");
        }
        out[length++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        out[length++] = raw[i] == '+' ? (byte) ' ' : raw[i];
      }
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }
}
