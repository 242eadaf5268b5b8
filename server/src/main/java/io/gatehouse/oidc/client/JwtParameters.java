package io.gatehouse.oidc.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.crypto.SentClaims;
import io.gatehouse.protocol.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters of a request that a client has signed, as if they had come in a form. */
public final class JwtParameters {
  /** What a token says about itself rather than about the request. */
  private static final Set<String> ABOUT_ITSELF =
      Set.of("iss", "aud", "exp", "nbf", "iat", "jti", "sub");

  private JwtParameters() {}

  public static Parameters of(Client client, SentClaims claims) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    claims
        .all()
        .properties()
        .forEach(entry -> {
          if (!ABOUT_ITSELF.contains(entry.getKey())) {
            values.put(entry.getKey(), texts(entry.getKey(), entry.getValue()));
          }
        });
    values.put("client_id", List.of(client.id()));
    return Parameters.of(values);
  }

  /** Numbers and structures as a query would say them; several resources are several values. */
  private static List<String> texts(String name, JsonNode value) {
    if (value.isNull()) {
      return List.of();
    }
    if (!name.equals("resource") || !value.isArray()) {
      return List.of(value.isValueNode() ? value.asText() : value.toString());
    }
    List<String> all = new ArrayList<>();
    value.forEach(each -> all.add(each.asText()));
    return all;
  }
}
