package io.gatehouse.credential.passkey;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The site that passkeys are for.
 *
 * @param id its host; browsers show a passkey to no other
 * @param origins whose pages may ask for one
 */
public record RelyingParty(String id, Set<String> origins) {
  public RelyingParty {
    origins = Set.copyOf(origins);
  }

  /** The site at this address: scheme, host and port. */
  public static RelyingParty of(URI endpoint) {
    return new RelyingParty(endpoint.getHost(), Set.of(endpoint.toString()));
  }

  /** The same where pages of these origins may ask as well. */
  public RelyingParty with(Collection<String> related) {
    Set<String> all = new LinkedHashSet<>(origins);
    all.addAll(related);
    return new RelyingParty(id, all);
  }
}
