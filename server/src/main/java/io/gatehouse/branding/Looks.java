package io.gatehouse.branding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.branding.phrase.LanguageTag;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.ShapedBy;
import io.gatehouse.platform.input.Url;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of the settings that say how pages look. */
public final class Looks {
  public static final String HEX = "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$";

  private Looks() {}

  /** The brand colour, and that of dark pages. */
  @Input
  public record Color(
      @Pattern(regexp = Looks.HEX) String primaryColor,
      boolean isDarkModeEnabled,
      @Pattern(regexp = Looks.HEX) String darkPrimaryColor) {}

  /** Addresses of pictures. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Branding(
      @Url @Nullable String logoUrl,
      @Url @Nullable String darkLogoUrl,
      @Url @Nullable String favicon,
      @Url @Nullable String darkFavicon) {

    /** The other pictures, with these in the place of those that they replace. */
    public Branding over(Branding other) {
      return new Branding(
          or(logoUrl, other.logoUrl),
          or(darkLogoUrl, other.darkLogoUrl),
          or(favicon, other.favicon),
          or(darkFavicon, other.darkFavicon));
    }

    private static @Nullable String or(@Nullable String own, @Nullable String other) {
      return own == null ? other : own;
    }
  }

  /** Which language pages speak when the person asks for none. */
  @Input
  public record LanguageInfo(
      boolean autoDetect, @ShapedBy(LanguageTag.AsText.class) String fallbackLanguage) {}

  /** Pages of the tenant's own. */
  @Input
  public record CustomUiAssets(String id, long createdAt) {}

  /** What pages of the tenant's own may load besides. */
  @Input(strict = true)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CustomUiCsp(@Nullable List<String> scriptSrc, @Nullable List<String> connectSrc) {}
}
