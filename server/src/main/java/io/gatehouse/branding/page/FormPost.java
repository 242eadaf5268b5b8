package io.gatehouse.branding.page;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands something to another party by POST; a button where there is no script.
 *
 * @param provider the host of the provider that people are sent to; null on the way back to the
 *     application
 */
public record FormPost(String address, Map<String, String> fields, @Nullable String provider)
    implements Page.Passage {

  /** The answer for the application, which may itself send people on to anywhere. */
  public static FormPost back(String address, Map<String, String> fields) {
    return new FormPost(address, fields, null);
  }

  /** The request for the provider that people sign in at. */
  public static FormPost toProvider(String address, Map<String, String> fields) {
    return new FormPost(address, fields, URI.create(address).getHost());
  }
}
