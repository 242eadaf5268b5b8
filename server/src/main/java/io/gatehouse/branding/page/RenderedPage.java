package io.gatehouse.branding.page;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A page as it goes out. The status is the caller's to say.
 *
 * @param guards the headers that belong to its markup, whoever answers with it
 * @param language of its words, as a language tag
 */
public record RenderedPage(byte[] html, Map<String, String> guards, String language) {

  /** All headers of a hosted page: it is never kept, and tells its language. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>(guards);
    headers.put("Content-Language", language);
    headers.put("Cache-Control", "no-cache, no-store, must-revalidate");
    return headers;
  }
}
