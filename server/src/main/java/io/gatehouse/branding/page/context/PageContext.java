package io.gatehouse.branding.page.context;

import io.gatehouse.platform.i18n.Language;
import java.time.Instant;

/**
 * What every page needs besides its own content.
 *
 * @param wording the words of its reader
 * @param requestId shown on error pages, and in our log
 * @param at when the request came, shown beside it
 */
public record PageContext(
    Wording wording, Brand brand, SiteLinks site, FormState form, String requestId, Instant at) {

  /** The language of its reader. */
  public Language language() {
    return wording.language();
  }
}
