package io.gatehouse.oidc.issue;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.platform.json.JsonCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a person belongs.
 *
 * @param roles those that they have there: {@code <organization>:<role>}
 */
public record Memberships(List<Joined> organizations, List<String> roles) {
  public static final Memberships NONE = new Memberships(List.of(), List.of());

  /** An organization that the person belongs to. */
  public record Joined(
      String id, String name, @JsonProperty("description") @Nullable String description) {}

  /** From a column that is null where nobody asked. */
  static Memberships of(@Nullable String json) {
    return json == null ? NONE : JsonCodec.read(json, Memberships.class);
  }

  List<String> ids() {
    return organizations.stream().map(Joined::id).toList();
  }
}
