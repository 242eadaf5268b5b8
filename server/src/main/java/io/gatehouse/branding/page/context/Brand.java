package io.gatehouse.branding.page.context;

import org.jspecify.annotations.Nullable;

/**
 * Whose page it is: the application's name and the tenant's looks.
 *
 * @param name null for the account centre as long as nobody has named it: a phrase does
 * @param customCss the tenant's own rules, as typed; they end up in a style element they cannot
 *     leave
 */
public record Brand(
    @Nullable String name,
    Pictures logo,
    Pictures favicon,
    Colors colors,
    @Nullable String customCss) {

  /** The same with other rules. */
  Brand styled(String rules) {
    return new Brand(name, logo, favicon, colors, rules);
  }

  /** Gatehouse's own look. */
  public static Brand plain(String name) {
    return new Brand(name, Pictures.NONE, Pictures.NONE, Colors.GATEHOUSE, null);
  }

  /**
   * The tenant's brand colour as a hex value, and whether there is a dark page, with its own.
   *
   * @param dark null when the tenant has no dark page
   */
  public record Colors(String light, @Nullable String dark) {
    /** Pine. */
    public static final Colors GATEHOUSE = new Colors("#1F5C4A", "#7CC7AA");
  }
}
