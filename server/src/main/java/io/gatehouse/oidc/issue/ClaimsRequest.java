package io.gatehouse.oidc.issue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Scopes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Single claims that a client asks for, besides those that its scopes open.
 *
 * <p>Source: [OpenID Connect Core
 * §5.5](https://openid.net/specs/openid-connect-core-1_0.html#ClaimsParameter)
 *
 * @param userinfo those that userinfo should tell, by name
 * @param idToken those that the ID token should say
 */
public record ClaimsRequest(Map<String, Wanted> userinfo, Map<String, Wanted> idToken) {
  public static final String ACR = "acr";
  public static final String AMR = "amr";
  public static final String AUTH_TIME = "auth_time";

  private static final int LONGEST = 8_192;
  private static final int MOST_VALUES = 32;
  private static final String SUB = "sub";

  /** Claims about the sign-in rather than the person. */
  private static final Set<String> OF_THE_SIGN_IN = Set.of(SUB, ACR, AMR, AUTH_TIME);

  public ClaimsRequest {
    userinfo = Map.copyOf(userinfo);
    idToken = Map.copyOf(idToken);
  }

  /**
   * How a claim is asked for.
   *
   * @param essential whether the client cannot do without it
   * @param values those that it accepts, the preferred one first; empty for any
   */
  public record Wanted(boolean essential, List<String> values) {
    static final Wanted VOLUNTARILY = new Wanted(false, List.of());

    public Wanted {
      values = List.copyOf(values);
    }
  }

  /**
   * Reads the parameter. "Any members used that are not understood MUST be ignored".
   *
   * @throws OAuthException invalid_request
   */
  public static ClaimsRequest parse(String text) {
    if (text.length() > LONGEST) {
      throw OAuthError.INVALID_REQUEST.because("claims parameter is too long");
    }
    JsonNode json;
    try {
      json = JsonCodec.mapper().readTree(text);
    } catch (JacksonException e) {
      throw OAuthError.INVALID_REQUEST.because("could not parse the claims parameter JSON");
    }
    if (json == null || !json.isObject()) {
      throw OAuthError.INVALID_REQUEST.because("claims parameter should be a JSON object");
    }
    return new ClaimsRequest(members(json, "userinfo"), members(json, "id_token"));
  }

  /**
   * The same with the {@code acr_values} parameter, which "requests as a voluntary claim" what
   * {@code claims} may ask for as well; null when neither asks for anything.
   */
  public static @Nullable ClaimsRequest of(@Nullable String claims, @Nullable String acrValues) {
    if (claims == null && acrValues == null) {
      return null;
    }
    ClaimsRequest asked =
        claims == null ? new ClaimsRequest(Map.of(), Map.of()) : ClaimsRequest.parse(claims);
    if (acrValues == null || asked.idToken.containsKey(ACR)) {
      return asked;
    }
    List<String> values = Scopes.parse(acrValues).values().stream().limit(MOST_VALUES).toList();
    Map<String, Wanted> idToken = new LinkedHashMap<>(asked.idToken);
    idToken.put(ACR, new Wanted(false, values));
    return new ClaimsRequest(asked.userinfo, idToken);
  }

  /** The only person that the answer may be about, if the client names one. */
  public @Nullable String subject() {
    for (Map<String, Wanted> member : List.of(idToken, userinfo)) {
      Wanted sub = member.get(SUB);
      if (sub != null && !sub.values().isEmpty()) {
        return sub.values().getFirst();
      }
    }
    return null;
  }

  /** Whether a sign-in of this strength will do: "essential" is an order, the rest a wish. */
  public boolean accepts(Acr acr) {
    Wanted wanted = idToken.get(ACR);
    return wanted == null
        || !wanted.essential()
        || wanted.values().isEmpty()
        || wanted.values().contains(acr.value());
  }

  /**
   * Whether the client would rather have several factors: of the values that mean something here,
   * "appearing in order of preference", that is the first.
   */
  public boolean prefersSeveralFactors() {
    Wanted wanted = idToken.get(ACR);
    return wanted != null
        && wanted.values().stream()
            .filter(Acr.supported()::contains)
            .findFirst()
            .filter(Acr.MULTI_FACTOR.value()::equals)
            .isPresent();
  }

  public boolean asksIdToken(String claim) {
    return idToken.containsKey(claim);
  }

  private static Map<String, Wanted> members(JsonNode json, String name) {
    JsonNode member = json.path(name);
    if (member.isMissingNode() || member.isNull()) {
      return Map.of();
    }
    if (!member.isObject()) {
      throw OAuthError.INVALID_REQUEST.because("claims." + name + " should be an object");
    }
    Map<String, Wanted> wanted = new LinkedHashMap<>();
    member
        .properties()
        .forEach(entry -> {
          String claim = entry.getKey();
          if (OF_THE_SIGN_IN.contains(claim) || UserClaims.isStandard(claim)) {
            wanted.put(claim, wanted(entry.getValue()));
          }
        });
    return wanted;
  }

  private static Wanted wanted(JsonNode how) {
    if (!how.isObject()) {
      return Wanted.VOLUNTARILY;
    }
    List<String> values = new ArrayList<>();
    if (how.path("value").isValueNode() && !how.path("value").isNull()) {
      values.add(how.path("value").asText());
    }
    for (JsonNode value : how.path("values")) {
      if (value.isValueNode() && values.size() < MOST_VALUES) {
        values.add(value.asText());
      }
    }
    return new Wanted(how.path("essential").asBoolean(false), values);
  }
}
