package io.gatehouse.enterprise.provider;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a provider of OpenID Connect is asked for: at least who the person is. */
public final class OpenIdScope {
  private static final List<String> LEAST = List.of("openid", "profile", "email");

  private OpenIdScope() {}

  /** The configured scope with what is missing from it. */
  public static String of(ProviderConfig.OpenId config) {
    Set<String> scopes = new LinkedHashSet<>(LEAST);
    String more = Objects.requireNonNullElse(config.scope(), "");
    Arrays.stream(more.split("\\s+")).filter(one -> !one.isEmpty()).forEach(scopes::add);
    return String.join(" ", scopes);
  }
}
