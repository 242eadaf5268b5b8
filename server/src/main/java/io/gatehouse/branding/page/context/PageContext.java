package io.gatehouse.branding.page.context;

import io.gatehouse.platform.i18n.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every page needs besides its own content.
 *
 * @param wording the words of its reader
 * @param guest the application of somebody else that the page is part of the sign-in to
 * @param requestId shown on error pages, and in our log
 * @param at when the request came, shown beside it
 */
public record PageContext(
    Wording wording,
    Brand brand,
    @Nullable Guest guest,
    SiteLinks site,
    FormState form,
    String requestId,
    Instant at) {

  /** What somebody else's application shows of itself on the tenant's pages. */
  public record Guest(Pictures logo, @Nullable String terms, @Nullable String privacy) {}

  /** The same with these rules in the place of the tenant's own; with those where they are null. */
  public PageContext styled(@Nullable String customCss) {
    return customCss == null
        ? this
        : new PageContext(wording, brand.styled(customCss), guest, site, form, requestId, at);
  }

  /** The language of its reader. */
  public Language language() {
    return wording.language();
  }
}
