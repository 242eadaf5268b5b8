package io.gatehouse.application.protection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.json.JsonCodec;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes of a protected application; its host stays.
 *
 * @param sessionDuration seconds
 */
@Input
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProtectionPatch(
    @Nullable @Size(max = 2048) String origin,
    @Nullable @Min(1) Integer sessionDuration,
    @Nullable List<PageRule> pageRules,
    @Nullable List<AdditionalScope> additionalScopes) {

  /** Pages that ask people to sign in: those whose path fits. */
  @Input
  public record PageRule(String path) {}

  /** What the site is told of people besides their profile. */
  public enum AdditionalScope {
    @JsonProperty("custom_data")
    CUSTOM_DATA,
    @JsonProperty("identities")
    IDENTITIES,
    @JsonProperty("roles")
    ROLES,
    @JsonProperty("urn:logto:scope:organizations")
    ORGANIZATIONS,
    @JsonProperty("urn:logto:scope:organization_roles")
    ORGANIZATION_ROLES
  }

  /** The given members laid over those that are there. */
  public ObjectNode over(JsonNode before) {
    ObjectNode merged = before.deepCopy();
    ObjectNode given = JsonCodec.mapper().valueToTree(this);
    return merged.setAll(given);
  }
}
