package io.gatehouse.enterprise.signon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.TokenSet;
import org.jspecify.annotations.Nullable;

/**
 * Whom a provider vouches for.
 *
 * @param issuer names the provider
 * @param userInfo at least {@code id}, by which the provider knows the person
 * @param tokens what the provider handed out; null where its protocol has none
 */
public record EnterprisePerson(String issuer, ObjectNode userInfo, @Nullable TokenSet tokens) {
  private static final int LONGEST_ISSUER = 256;
  private static final int LONGEST_ID = 128;

  public EnterprisePerson {
    String id = userInfo.path("id").asText("");
    if (id.isEmpty()
        || id.length() > LONGEST_ID
        || id.indexOf('\0') >= 0
        || issuer.length() > LONGEST_ISSUER) {
      throw ConnectorError.AUTHORIZATION_FAILED.exception(
          "The provider names neither itself nor the person in a form that can be kept.");
    }
  }

  /**
   * Whom the claims of OpenID Connect are about.
   *
   * @param trusts whether an address counts without a word about its verification
   */
  public static EnterprisePerson ofClaims(
      String issuer, ObjectNode claims, boolean trusts, @Nullable TokenSet tokens) {
    return new EnterprisePerson(issuer, UserInfo.ofClaims(claims, trusts), tokens);
  }

  /** By what the provider knows the person. */
  public String id() {
    return userInfo.path("id").asText();
  }
}
