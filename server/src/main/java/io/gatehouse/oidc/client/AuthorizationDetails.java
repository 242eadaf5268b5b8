package io.gatehouse.oidc.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gatehouse.access.detail.DetailType;
import io.gatehouse.access.detail.DetailTypes;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What clients ask in detail: only of types that the tenant has and the client may ask for, and
 * only with the members that the type has.
 *
 * <p>Source: [RFC 9396](https://www.rfc-editor.org/rfc/rfc9396)
 */
@Singleton
public class AuthorizationDetails {
  /** The parameter, the claim and the member of answers. */
  public static final String NAME = "authorization_details";

  private static final int LONGEST = 8_192;
  private static final int MOST = 20;

  private final DetailTypes types;

  AuthorizationDetails(DetailTypes types) {
    this.types = types;
  }

  /** The types that requests may name. */
  public List<String> supported(Tenant tenant) {
    return types.all(tenant.id()).stream().map(DetailType::type).toList();
  }

  /**
   * What a request asks; null where it says nothing.
   *
   * @throws OAuthException invalid_authorization_details [RFC 9396 §5]
   */
  public @Nullable ArrayNode read(Tenant tenant, Client client, @Nullable String text) {
    if (text == null) {
      return null;
    }
    ArrayNode asked = parse(text);
    for (JsonNode detail : asked) {
      String name = detail.path("type").asText();
      DetailType type =
          types
              .named(tenant.id(), name)
              .filter(known -> client.protocol().mayAskDetail(known.type()))
              .orElseThrow(() -> refused("the client may not ask for this type: " + name));
      String wrong = type.wrong(detail);
      if (wrong != null) {
        throw refused(wrong);
      }
    }
    return asked;
  }

  /**
   * The part of what was granted that a token is asked for; all of it where the request says
   * nothing. [RFC 9396 §6]
   *
   * @throws OAuthException invalid_authorization_details
   */
  public @Nullable ArrayNode narrow(@Nullable ArrayNode granted, @Nullable String text) {
    if (text == null) {
      return granted;
    }
    ArrayNode asked = parse(text);
    for (JsonNode detail : asked) {
      if (granted == null
          || StreamSupport.stream(granted.spliterator(), false)
              .noneMatch(each -> within(detail, each))) {
        throw refused("more is asked for than was granted");
      }
    }
    return asked;
  }

  /** Those of a type that the client may ask for; null when there are none. */
  public @Nullable ArrayNode allowed(Client client, @Nullable ArrayNode details) {
    return kept(details, detail -> client.protocol().mayAskDetail(detail.path("type").asText()));
  }

  /** Those that a token for this audience may hold; null when there are none. */
  public @Nullable ArrayNode at(Tenant tenant, @Nullable ArrayNode details, String audience) {
    return kept(
        details,
        detail ->
            types
                .named(tenant.id(), detail.path("type").asText())
                .filter(type -> type.isFor(audience))
                .isPresent());
  }

  private static @Nullable ArrayNode kept(
      @Nullable ArrayNode details, Predicate<JsonNode> condition) {
    if (details == null) {
      return null;
    }
    ArrayNode kept = JsonCodec.mapper().createArrayNode();
    details.valueStream().filter(condition).forEach(kept::add);
    return kept.isEmpty() ? null : kept;
  }

  /** The same members, of which lists may be shorter. */
  private static boolean within(JsonNode asked, JsonNode granted) {
    if (asked.size() != granted.size()) {
      return false;
    }
    for (Map.Entry<String, JsonNode> member : granted.properties()) {
      JsonNode wanted = asked.path(member.getKey());
      JsonNode known = member.getValue();
      boolean same = wanted.equals(known);
      boolean shorter = known.isArray() && wanted.isArray() && !wanted.isEmpty();
      if (!same && !(shorter && containsAll(known, wanted))) {
        return false;
      }
    }
    return true;
  }

  private static boolean containsAll(JsonNode known, JsonNode wanted) {
    return StreamSupport.stream(wanted.spliterator(), false)
        .allMatch(each -> StreamSupport.stream(known.spliterator(), false).anyMatch(each::equals));
  }

  /** What is asked, whether or not there are such types. */
  static ArrayNode parse(String text) {
    try {
      if (text.length() <= LONGEST
          && JsonCodec.mapper().readTree(text) instanceof ArrayNode details
          && !details.isEmpty()
          && details.size() <= MOST
          && StreamSupport.stream(details.spliterator(), false)
              .allMatch(each -> each.isObject() && each.path("type").isTextual())) {
        return details;
      }
    } catch (JsonProcessingException e) {
      // Told below like anything else that is no array of objects.
    }
    throw refused("authorization_details must be a JSON array of objects, each with a type");
  }

  private static OAuthException refused(String why) {
    return OAuthError.INVALID_AUTHORIZATION_DETAILS.because(why);
  }
}
