package io.gatehouse.access.detail;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.i18n.PhraseGroup;
import io.gatehouse.platform.i18n.Phrases;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What an application asks a person for in detail, as the person can read it. */
@Singleton
public class AskedDetails {
  private final DetailTypes types;
  private final Phrases phrases;

  AskedDetails(DetailTypes types, Phrases phrases) {
    this.types = types;
    this.phrases = phrases;
  }

  /**
   * Something that is asked for in detail.
   *
   * @param type what it is
   * @param members what it says, by field
   */
  public record Detail(DetailType type, Map<DetailField, JsonNode> members) {}

  /** What authorization details say; a type that was deleted meanwhile is left out. */
  public List<Detail> of(TenantId tenant, JsonNode details) {
    List<Detail> asked = new ArrayList<>();
    for (JsonNode detail : details) {
      types
          .named(tenant, detail.path("type").asText())
          .ifPresent(type -> asked.add(new Detail(type, members(type, detail))));
    }
    return asked;
  }

  private static Map<DetailField, JsonNode> members(DetailType type, JsonNode detail) {
    Map<DetailField, JsonNode> members = new LinkedHashMap<>();
    for (DetailField field : type.fields()) {
      if (detail.has(field.name())) {
        members.put(field, detail.path(field.name()));
      }
    }
    return members;
  }

  /** {@code Amount: 12.50 · Recipient: Books & Co}. */
  public String worded(Language language, Detail detail) {
    return detail.members().entrySet().stream()
        .map(member -> member.getKey().title() + ": " + worded(language, member.getValue()))
        .collect(Collectors.joining(" · "));
  }

  private String worded(Language language, JsonNode value) {
    if (value.isBoolean()) {
      String answer = value.booleanValue() ? "yes" : "no";
      return phrases.text(PhraseGroup.SIGNIN, language, "consent.detail." + answer);
    }
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(JsonNode::asText)
          .collect(Collectors.joining(", "));
    }
    return value.isObject()
        ? value.properties().stream()
            .map(each -> each.getKey() + " " + worded(language, each.getValue()))
            .collect(Collectors.joining(", "))
        : value.asText();
  }
}
