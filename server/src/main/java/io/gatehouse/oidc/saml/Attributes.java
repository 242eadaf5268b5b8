package io.gatehouse.oidc.saml;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.application.saml.NameIdFormat;
import io.gatehouse.application.saml.SamlConfig;
import io.gatehouse.oidc.issue.OidcScopes;
import io.gatehouse.oidc.issue.UserClaims;
import io.gatehouse.oidc.token.RedeemedCodes.SignIn;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Scopes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a service provider is told of a person, by the names that its application maps. */
final class Attributes {
  private Attributes() {}

  /** The scope that opens the claims of the mapping, and the address where that names people. */
  static Scopes scope(SamlConfig config) {
    Set<String> scope = new LinkedHashSet<>(List.of(Scopes.OPENID, OidcScopes.PROFILE));
    if (config.nameIdFormat() == NameIdFormat.EMAIL) {
      scope.add(OidcScopes.EMAIL);
    }
    config.attributeMapping().keySet().forEach(claim -> scope.add(UserClaims.scopeOf(claim)));
    return new Scopes(scope);
  }

  /** The values by attribute: several for a list, none where nothing is known. */
  static Map<String, List<String>> of(Map<String, String> mapping, SignIn signIn) {
    Map<String, @Nullable Object> claims =
        UserClaims.of(signIn.person(), signIn.scope(), new UserClaims.Style(null, false));
    claims.put("sub", signIn.person().user().id());
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    mapping.forEach((claim, name) -> {
      List<String> values = texts(JsonCodec.mapper().valueToTree(claims.get(claim)));
      if (!values.isEmpty() && !name.isBlank()) {
        attributes.computeIfAbsent(name, none -> new ArrayList<>()).addAll(values);
      }
    });
    return attributes;
  }

  private static List<String> texts(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return List.of();
    }
    if (!value.isArray()) {
      return List.of(text(value));
    }
    List<String> texts = new ArrayList<>();
    value.forEach(one -> texts.add(text(one)));
    return texts;
  }

  private static String text(JsonNode value) {
    return value.isContainerNode() ? value.toString() : value.asText();
  }
}
