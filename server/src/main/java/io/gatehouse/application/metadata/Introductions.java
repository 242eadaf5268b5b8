package io.gatehouse.application.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.i18n.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How an application introduces itself to people: as a rule, and to those who read single
 * languages.
 *
 * <p>Source: [RFC 7591 §2.2](https://www.rfc-editor.org/rfc/rfc7591#section-2.2)
 *
 * @param inLanguages by BCP 47 tag, as the application writes it
 */
public record Introductions(Introduction usual, Map<String, Introduction> inLanguages) {
  private static final List<String> MEMBERS =
      List.of("client_name", "logo_uri", "tos_uri", "policy_uri");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
  private static final int MOST_LANGUAGES = 30;
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_ADDRESS = 2048;

  public Introductions {
    inLanguages = Map.copyOf(inLanguages);
  }

  /** Reads client metadata; what no page could show is left out. */
  public static Introductions read(JsonNode metadata) {
    Map<String, Introduction> inLanguages = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : metadata.properties()) {
      int mark = member.getKey().indexOf('#');
      String language = member.getKey().substring(mark + 1);
      if (mark > 0
          && MEMBERS.contains(member.getKey().substring(0, mark))
          && LANGUAGE.matcher(language).matches()
          && inLanguages.size() < MOST_LANGUAGES) {
        inLanguages.computeIfAbsent(language, tag -> introduction(metadata, "#" + tag));
      }
    }
    inLanguages.values().removeIf(Introduction.NONE::equals);
    return new Introductions(introduction(metadata, ""), inLanguages);
  }

  private static Introduction introduction(JsonNode metadata, String suffix) {
    return new Introduction(
        name(metadata.path("client_name" + suffix)),
        address(metadata.path("logo_uri" + suffix)),
        address(metadata.path("tos_uri" + suffix)),
        address(metadata.path("policy_uri" + suffix)));
  }

  private static @Nullable String name(JsonNode value) {
    String name = value.asText("").strip();
    return name.isEmpty()
            || name.length() > LONGEST_NAME
            || name.chars().anyMatch(Character::isISOControl)
        ? null
        : name;
  }

  private static @Nullable String address(JsonNode value) {
    String address = value.asText("");
    return address.length() <= LONGEST_ADDRESS
            && (address.startsWith("https://") || address.startsWith("http://"))
        ? address
        : null;
  }

  /** What people read who read this language. */
  public Introduction in(Language language) {
    return find(tag -> tag.equalsIgnoreCase(language.tag()))
        .or(() -> find(tag -> base(tag).equals(language.base())))
        .map(own -> own.over(usual))
        .orElse(usual);
  }

  private Optional<Introduction> find(Predicate<String> tag) {
    return inLanguages.entrySet().stream()
        .filter(each -> tag.test(each.getKey()))
        .min(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue);
  }

  private static String base(String tag) {
    return tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
  }
}
