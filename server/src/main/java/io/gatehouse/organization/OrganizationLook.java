package io.gatehouse.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.Url;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an organization changes of the looks of the sign-in pages; what is absent stays the
 * tenant's.
 */
public final class OrganizationLook {
  private static final String HEX = "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$";

  private OrganizationLook() {}

  /** Its colours. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Color(
      @Nullable @Pattern(regexp = HEX) String primaryColor,
      @JsonProperty("isDarkModeEnabled") @Nullable Boolean isDarkModeEnabled,
      @Nullable @Pattern(regexp = HEX) String darkPrimaryColor) {
    static final Color NONE = new Color(null, null, null);
  }

  /** Addresses of its pictures. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Branding(
      @Url @Nullable String logoUrl,
      @Url @Nullable String darkLogoUrl,
      @Url @Nullable String favicon,
      @Url @Nullable String darkFavicon) {
    static final Branding NONE = new Branding(null, null, null, null);
  }
}
