package io.gatehouse.branding.page.context;

import io.gatehouse.platform.i18n.Language;
import java.util.List;
import java.util.Map;

/**
 * What a page says, and in which language.
 *
 * @param own the tenant's texts by their keys, which go before the product's
 * @param offered what the choice of languages shows
 */
public record Wording(Language language, Map<String, String> own, List<Language> offered) {
  public Wording {
    own = Map.copyOf(own);
    offered = List.copyOf(offered);
  }
}
