package io.gatehouse.user.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.json.JsonCodec;
import org.jspecify.annotations.Nullable;

/** The standard claims of a person that have no column of their own. [OpenID Connect Core §5.1] */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Input
public record UserProfile(
    @Nullable String familyName,
    @Nullable String givenName,
    @Nullable String middleName,
    @Nullable String nickname,
    @Nullable String preferredUsername,
    @Nullable String profile,
    @Nullable String website,
    @Nullable String gender,
    @Nullable String birthdate,
    @Nullable String zoneinfo,
    @Nullable String locale,
    @Nullable Address address) {

  /** [OpenID Connect Core §5.1.1] */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Address(
      @Nullable String formatted,
      @Nullable String streetAddress,
      @Nullable String locality,
      @Nullable String region,
      @Nullable String postalCode,
      @Nullable String country) {}

  /** Only what was given. */
  public ObjectNode json() {
    return JsonCodec.mapper().valueToTree(this);
  }
}
