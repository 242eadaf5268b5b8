package io.gatehouse.platform.http.direct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the paths that a template spells out.
 *
 * @param words which of its choices the path took, by their names
 */
record SpelledPath(String text, Map<String, String> words) {
  private static final Pattern CHOICE = Pattern.compile("\\{(\\w+):([a-zA-Z/|-]+)}");

  SpelledPath {
    words = Map.copyOf(words);
  }

  /** All of them; none where a part of the template may be anything. */
  static List<SpelledPath> of(String template) {
    List<SpelledPath> all = new ArrayList<>();
    spell(new SpelledPath(template, Map.of()), all);
    return all;
  }

  private static void spell(SpelledPath path, List<SpelledPath> into) {
    Matcher choice = CHOICE.matcher(path.text);
    if (choice.find()) {
      for (String word : choice.group(2).split("\\|")) {
        Map<String, String> words = new HashMap<>(path.words);
        words.put(choice.group(1), word);
        String text =
            path.text.substring(0, choice.start()) + word + path.text.substring(choice.end());
        spell(new SpelledPath(text, words), into);
      }
    } else if (path.text.indexOf('{') < 0) {
      into.add(path);
    }
  }
}
