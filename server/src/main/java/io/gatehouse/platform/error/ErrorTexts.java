package io.gatehouse.platform.error;

import java.util.List;
import java.util.Map;

/** Finds the sentence for an error code in the language its reader asked for. */
@FunctionalInterface
public interface ErrorTexts {

  /**
   * The message for a code.
   *
   * @param languages the reader's languages, most wanted first, as BCP 47 tags; may be empty
   */
  String text(List<String> languages, String code, Map<String, ?> placeholders);
}
