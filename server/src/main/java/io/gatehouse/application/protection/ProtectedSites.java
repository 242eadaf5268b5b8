package io.gatehouse.application.protection;

import java.util.Optional;

/**
 * The proxy that stands in front of protected applications' sites. The product has none, and then
 * such applications cannot be made.
 */
@FunctionalInterface
public interface ProtectedSites {

  /** The domain that every protected application gets a subdomain of; empty without a proxy. */
  Optional<String> domain();
}
