package io.gatehouse.access.detail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of authorization details.
 *
 * @param type as requests name it
 * @param displayName what people read
 * @param resource the indicator of the API resource that it is for; null for any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DetailType(
    String id,
    String type,
    String displayName,
    @Nullable String resource,
    List<DetailField> fields,
    Instant createdAt) {
  public DetailType {
    fields = List.copyOf(fields);
  }

  /** What is wrong with a detail of this type; null when nothing is. */
  public @Nullable String wrong(JsonNode detail) {
    for (Map.Entry<String, JsonNode> member : detail.properties()) {
      if (!member.getKey().equals("type") && !fits(member.getKey(), member.getValue())) {
        return "a member is unknown or not valid: " + member.getKey();
      }
    }
    return fields.stream()
        .filter(field -> field.mustBeThere() && !detail.has(field.name()))
        .findFirst()
        .map(field -> "a member is missing: " + field.name())
        .orElse(null);
  }

  /** Whether a token for this audience may hold such a detail. */
  public boolean isFor(String audience) {
    return resource == null || resource.equals(audience);
  }

  private boolean fits(String name, JsonNode value) {
    return fields.stream().anyMatch(field -> field.name().equals(name) && field.fits(value));
  }
}
