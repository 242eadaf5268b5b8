package io.gatehouse.branding.page.context;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A picture for light pages and, where it differs, one for dark pages. */
public record Pictures(@Nullable String light, @Nullable String dark) {
  /** No picture. */
  public static final Pictures NONE = new Pictures(null, null);

  /** An SVG as a {@code data:} address that costs no request and compresses with the page. */
  public static String inline(String svg) {
    return "data:image/svg+xml,"
        + svg.strip()
            .replaceAll("\\s*\\n\\s*", " ")
            .replace("%", "%25")
            .replace("\"", "'")
            .replace("#", "%23")
            .replace("<", "%3C")
            .replace(">", "%3E");
  }

  /** Any other picture as a {@code data:} address. */
  public static String inline(String mediaType, byte[] bytes) {
    return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }
}
