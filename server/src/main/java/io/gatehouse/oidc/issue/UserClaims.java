package io.gatehouse.oidc.issue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.user.User;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The claims about a person that a scope opens.
 *
 * <p>Source: [OpenID Connect Core
 * §5.4](https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims)
 */
public final class UserClaims {
  /** Claims of the profile scope that are kept in the person's profile, by their key there. */
  private static final Map<String, String> FROM_PROFILE = new LinkedHashMap<>();

  static {
    FROM_PROFILE.put("family_name", "familyName");
    FROM_PROFILE.put("given_name", "givenName");
    FROM_PROFILE.put("middle_name", "middleName");
    FROM_PROFILE.put("nickname", "nickname");
    FROM_PROFILE.put("profile", "profile");
    FROM_PROFILE.put("website", "website");
    FROM_PROFILE.put("gender", "gender");
    FROM_PROFILE.put("birthdate", "birthdate");
    FROM_PROFILE.put("zoneinfo", "zoneinfo");
    FROM_PROFILE.put("locale", "locale");
  }

  /** The scope that opens each of the standard claims. */
  private static final Map<String, String> SCOPES = new LinkedHashMap<>();

  static {
    FROM_PROFILE.keySet().forEach(claim -> SCOPES.put(claim, OidcScopes.PROFILE));
    List.of("name", "preferred_username", "picture", "updated_at", "username", "created_at")
        .forEach(claim -> SCOPES.put(claim, OidcScopes.PROFILE));
    List.of("email", "email_verified").forEach(claim -> SCOPES.put(claim, OidcScopes.EMAIL));
    List.of("phone_number", "phone_number_verified")
        .forEach(claim -> SCOPES.put(claim, OidcScopes.PHONE));
    SCOPES.put("address", OidcScopes.ADDRESS);
  }

  private static final Scopes STANDARD = new Scopes(new LinkedHashSet<>(SCOPES.values()));

  private UserClaims() {}

  /** Whether a client can ask for this claim by its name. */
  static boolean isStandard(String claim) {
    return SCOPES.containsKey(claim);
  }

  /** The scope that opens a claim of any kind. */
  public static String scopeOf(String claim) {
    return switch (claim) {
      case "roles" -> OidcScopes.ROLES;
      case "organizations", "organization_data" -> OidcScopes.ORGANIZATIONS;
      case "organization_roles" -> OidcScopes.ORGANIZATION_ROLES;
      case "custom_data" -> OidcScopes.CUSTOM_DATA;
      case "identities", "sso_identities" -> OidcScopes.IDENTITIES;
      default -> SCOPES.getOrDefault(claim, Scopes.OPENID);
    };
  }

  /**
   * Single claims by name, those that are known of the person. Applications of somebody else's get
   * what their scopes open and no more, since nobody was asked for it.
   */
  public static Map<String, @Nullable Object> named(
      Person person, Set<String> names, Scopes scope, boolean firstParty, boolean strict) {
    Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    of(person, STANDARD, new Style(null, strict))
        .forEach((claim, value) -> {
          boolean allowed = firstParty || scope.has(SCOPES.getOrDefault(claim, ""));
          if (value != null && allowed && names.contains(claim)) {
            claims.put(claim, value);
          }
        });
    return claims;
  }

  /**
   * How claims are written.
   *
   * @param extended which of the claims beyond the standard ones are wanted; null for all
   * @param strict as the specification says: no null claims, times in seconds
   */
  public record Style(@Nullable Set<String> extended, boolean strict) {
    boolean wants(String claim) {
      return extended == null || extended.contains(claim);
    }
  }

  /** What the token or answer says about the person besides {@code sub}. */
  public static Map<String, @Nullable Object> of(Person person, Scopes scope, Style style) {
    User user = person.user();
    Claims claims = new Claims(style);
    if (scope.has(OidcScopes.PROFILE)) {
      profile(claims, user);
    }
    if (scope.has(OidcScopes.EMAIL)) {
      claims.nullable("email", user.primaryEmail());
      claims.put("email_verified", user.primaryEmail() != null);
    }
    if (scope.has(OidcScopes.PHONE)) {
      claims.nullable("phone_number", user.primaryPhone());
      claims.put("phone_number_verified", user.primaryPhone() != null);
    }
    if (scope.has(OidcScopes.ADDRESS) && user.profile().hasNonNull("address")) {
      claims.put("address", address(user.profile().get("address"), style));
    }
    if (scope.has(OidcScopes.ROLES) && style.wants("roles")) {
      claims.put("roles", person.roles());
    }
    if (scope.has(OidcScopes.CUSTOM_DATA) && style.wants("custom_data")) {
      claims.put("custom_data", user.customData());
    }
    if (scope.has(OidcScopes.IDENTITIES)) {
      identities(claims, user, style);
    }
    organizations(claims, person.memberships(), scope);
    return claims.all;
  }

  private static void organizations(Claims claims, Memberships memberships, Scopes scope) {
    if (scope.has(OidcScopes.ORGANIZATIONS)) {
      claims.extended("organizations", memberships.ids());
      claims.extended("organization_data", memberships.organizations());
    }
    if (scope.has(OidcScopes.ORGANIZATION_ROLES)) {
      claims.extended("organization_roles", memberships.roles());
    }
  }

  private static void profile(Claims claims, User user) {
    claims.nullable("name", user.name());
    FROM_PROFILE.forEach((claim, key) -> claims.optional(claim, user.profile().get(key)));
    JsonNode preferred = user.profile().get("preferredUsername");
    if (preferred != null && !preferred.isNull()) {
      claims.put("preferred_username", preferred);
    } else if (user.username() != null) {
      claims.put("preferred_username", user.username());
    }
    claims.nullable("picture", user.avatar());
    claims.put("updated_at", claims.time(user.updatedAt()));
    claims.nullable("username", user.username());
    claims.put("created_at", claims.time(user.createdAt()));
  }

  /** "street_address" for strict clients, the profile's own names for those of the convention. */
  private static JsonNode address(JsonNode kept, Style style) {
    if (!style.strict() || !kept.isObject()) {
      return kept;
    }
    ObjectNode address = JsonCodec.object();
    kept.properties()
        .forEach(part ->
            address.set(
                switch (part.getKey()) {
                  case "streetAddress" -> "street_address";
                  case "postalCode" -> "postal_code";
                  default -> part.getKey();
                },
                part.getValue()));
    return address;
  }

  private static void identities(Claims claims, User user, Style style) {
    if (style.wants("identities")) {
      claims.put("identities", user.identities());
    }
    if (style.wants("sso_identities")) {
      claims.put("sso_identities", List.of());
    }
  }

  private static final class Claims {
    final Map<String, @Nullable Object> all = new LinkedHashMap<>();
    final Style style;

    Claims(Style style) {
      this.style = style;
    }

    void put(String name, Object value) {
      all.put(name, value);
    }

    /** A claim beyond the standard ones, where it is wanted. */
    void extended(String name, Object value) {
      if (style.wants(name)) {
        all.put(name, value);
      }
    }

    /** A claim that is there even when nothing is known; never for strict clients. */
    void nullable(String name, @Nullable String value) {
      if (value != null || !style.strict()) {
        all.put(name, value);
      }
    }

    void optional(String name, @Nullable JsonNode value) {
      if (value != null && !value.isNull()) {
        all.put(name, value);
      }
    }

    /**
     * "The number of seconds from 1970-01-01" for strict clients, milliseconds for those of the
     * convention.
     */
    long time(Instant at) {
      return style.strict() ? at.getEpochSecond() : at.toEpochMilli();
    }
  }
}
