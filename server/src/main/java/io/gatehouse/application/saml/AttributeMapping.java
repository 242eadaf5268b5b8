package io.gatehouse.application.saml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads names of attributes by claims; claims that nobody has are dropped. */
final class AttributeMapping implements Shape {
  private static final List<String> CLAIMS =
      List.of(
          "sub",
          "name",
          "given_name",
          "family_name",
          "middle_name",
          "nickname",
          "preferred_username",
          "profile",
          "picture",
          "website",
          "email",
          "email_verified",
          "gender",
          "birthdate",
          "zoneinfo",
          "locale",
          "phone_number",
          "phone_number_verified",
          "address",
          "updated_at",
          "username",
          "created_at",
          "roles",
          "organizations",
          "organization_data",
          "organization_roles",
          "custom_data",
          "identities",
          "sso_identities");

  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    if (!node.isObject()) {
      issues.wrongType("object", node);
      return null;
    }
    Map<String, String> mapping = new LinkedHashMap<>();
    node.properties()
        .forEach(member -> {
          if (!CLAIMS.contains(member.getKey())) {
            return;
          }
          if (!member.getValue().isTextual()) {
            issues.at(member.getKey()).wrongType("string", member.getValue());
          } else if (member.getValue().textValue().indexOf('\0') >= 0) {
            issues.at(member.getKey()).custom("The character NUL cannot be stored.");
          } else {
            mapping.put(member.getKey(), member.getValue().textValue());
          }
        });
    return mapping;
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = Schema.of("object");
    ObjectNode members = schema.putObject("properties");
    CLAIMS.forEach(claim -> members.set(claim, Schema.of("string")));
    return schema;
  }
}
