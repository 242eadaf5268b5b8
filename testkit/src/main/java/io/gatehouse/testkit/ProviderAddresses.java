package io.gatehouse.testkit;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Leads what is branded to stand-ins: {@code GATEHOUSE_TESTKIT_HUGGINGFACE}, {@code …_GOOGLE},
 * {@code …_GITHUB}, {@code …_TURNSTILE} and {@code …_RECAPTCHA} hold the base URL that takes the
 * place of the provider's own; path and query stay.
 */
final class ProviderAddresses implements UnaryOperator<URI> {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "huggingface.co", "GATEHOUSE_TESTKIT_HUGGINGFACE",
          "accounts.google.com", "GATEHOUSE_TESTKIT_GOOGLE",
          "oauth2.googleapis.com", "GATEHOUSE_TESTKIT_GOOGLE",
          "openidconnect.googleapis.com", "GATEHOUSE_TESTKIT_GOOGLE",
          "www.googleapis.com", "GATEHOUSE_TESTKIT_GOOGLE",
          "github.com", "GATEHOUSE_TESTKIT_GITHUB",
          "api.github.com", "GATEHOUSE_TESTKIT_GITHUB",
          "challenges.cloudflare.com", "GATEHOUSE_TESTKIT_TURNSTILE",
          "recaptchaenterprise.googleapis.com", "GATEHOUSE_TESTKIT_RECAPTCHA",
          "www.google.com", "GATEHOUSE_TESTKIT_RECAPTCHA");

  private final Map<String, String> bases = new LinkedHashMap<>();

  ProviderAddresses(Map<String, String> environment) {
    VARIABLES.forEach((host, variable) -> {
      String base = environment.getOrDefault(variable, "").strip();
      if (!base.isEmpty()) {
        bases.put(host, base.endsWith("/") ? base.substring(0, base.length() - 1) : base);
      }
    });
  }

  @Override
  public URI apply(URI address) {
    String base = bases.get(address.getHost());
    if (base == null) {
      return address;
    }
    String query = address.getRawQuery();
    return URI.create(base + address.getRawPath() + (query == null ? "" : "?" + query));
  }
}
