package io.gatehouse.branding.page.context;

import io.quarkus.qute.RawString;
import java.util.Map;

/** Texts that become part of a page's markup. */
public final class Markup {
  private Markup() {}

  /** A phrase, whose words are text, with values that are markup. */
  public static RawString fill(String phrase, Map<String, String> values) {
    String out = escaped(phrase);
    for (Map.Entry<String, String> value : values.entrySet()) {
      out = out.replace("{" + value.getKey() + "}", value.getValue());
    }
    return new RawString(out);
  }

  /** A text that reads in a direction of its own, such as an address in Arabic words. */
  public static String apart(String text) {
    return "<bdi>" + escaped(text) + "</bdi>";
  }

  /** The text, of which nothing is taken for markup. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
