package io.gatehouse.platform.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The languages a reader wants, most wanted first: every {@code locale} of the query, then {@code
 * Accept-Language}.
 */
public final class Languages {
  private Languages() {}

  /** BCP 47 tags as they were sent; what cannot be read as a preference is left out. */
  public static List<String> of(HttpServerRequest request) {
    List<String> wanted = new ArrayList<>(Query.of(request).all("locale"));
    String accepted = request.getHeader("Accept-Language");
    if (accepted != null) {
      try {
        Locale.LanguageRange.parse(accepted).stream()
            .filter(range -> range.getWeight() > 0 && !range.getRange().equals("*"))
            .map(Locale.LanguageRange::getRange)
            .forEach(wanted::add);
      } catch (IllegalArgumentException e) {
        // RFC 9110 §12.5.4: the field is a preference; one that cannot be read expresses none.
      }
    }
    return List.copyOf(wanted);
  }
}
