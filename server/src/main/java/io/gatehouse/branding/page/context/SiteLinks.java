package io.gatehouse.branding.page.context;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the tenant's own pages are.
 *
 * @param frameAncestors origins that may show the pages in a frame, such as the Console with its
 *     preview
 */
public record SiteLinks(
    @Nullable String terms,
    @Nullable String privacy,
    @Nullable String supportWebsite,
    @Nullable String supportEmail,
    List<String> frameAncestors) {
  /** A tenant that set none. */
  public static final SiteLinks NONE = new SiteLinks(null, null, null, null, List.of());

  public SiteLinks {
    frameAncestors = List.copyOf(frameAncestors);
  }
}
