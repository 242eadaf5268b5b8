package io.gatehouse.enterprise.saml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.enterprise.provider.ProviderConfig;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.saml.SamlException;
import io.gatehouse.platform.saml.signon.SamlAssertion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom an assertion is about.
 *
 * @param issuer the provider's name
 * @param assertionId by which the assertion counts once
 * @param said members {@code id}, {@code email}, {@code name}, as far as they are told, and {@code
 *     rawData} with everything
 */
public record SamlPerson(String issuer, String assertionId, ObjectNode said) {
  private static final String NAME_ID = "nameID";

  /** By which attributes the connector wants to be told what. */
  static SamlPerson of(
      String issuer, SamlAssertion assertion, ProviderConfig.@Nullable Attributes mapping)
      throws SamlException {
    Map<String, List<String>> attributes = assertion.attributes();
    String nameId = assertion.nameId();
    if (nameId != null) {
      attributes.putIfAbsent(NAME_ID, List.of(nameId));
    }
    ObjectNode said = JsonCodec.object();
    String id = first(attributes, mapping == null ? null : mapping.id(), NAME_ID);
    if (id == null) {
      throw new SamlException("its assertion does not say who the person is");
    }
    said.put("id", id);
    String email = first(attributes, mapping == null ? null : mapping.email(), "email");
    put(said, "email", email == null ? assertion.nameIdAsEmail() : email);
    put(said, "name", first(attributes, mapping == null ? null : mapping.name(), "name"));
    ObjectNode raw = said.putObject("rawData");
    attributes.forEach((name, values) ->
        raw.set(
            name, JsonCodec.mapper().valueToTree(values.size() == 1 ? values.getFirst() : values)));
    return new SamlPerson(issuer, assertion.id(), said);
  }

  private static @Nullable String first(
      Map<String, List<String>> attributes, @Nullable String mapped, String usual) {
    String name = mapped == null || mapped.isEmpty() ? usual : mapped;
    return Objects.requireNonNullElse(attributes.get(name), List.<String>of()).stream()
        .findFirst()
        .orElse(null);
  }

  private static void put(ObjectNode said, String name, @Nullable String value) {
    if (value != null) {
      said.put(name, value);
    }
  }
}
