package io.gatehouse.branding.profilefield;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Guard;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import io.gatehouse.platform.input.ShapedBy;
import io.gatehouse.platform.json.JsonCodec;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field to be made.
 *
 * @param config as its type has it
 * @param read the same, read
 */
@Input
@ShapedBy(FieldInput.Named.class)
record FieldInput(
    String name,
    FieldType type,
    @Nullable String label,
    @Nullable String description,
    boolean required,
    @Nullable ObjectNode config,
    @Nullable FieldConfig read) {

  /** The same for a field whose name the path tells: what is absent stays. */
  @Input
  @ShapedBy(Unnamed.class)
  record Replacement(FieldInput field) {}

  /** Several at once. */
  @Input
  @ShapedBy(Many.class)
  record Batch(List<FieldInput> fields) {}

  /** The members that every type has. */
  record Common(
      FieldType type,
      @Nullable @Size(min = 1, max = 128) String label,
      @Nullable @Size(max = 256) String description,
      boolean required) {}

  /** The name, which is looked at by a rule of its own. */
  record OnlyName(@Size(max = 128) String name) {}

  /** Reads the common members, then the config of the type. */
  static final class Named implements Shape {
    @Override
    public @Nullable Object read(JsonNode node, Issues issues) {
      OnlyName name = Guard.read(node, OnlyName.class, issues);
      return node.isObject() ? field(node, name == null ? "" : name.name(), issues) : null;
    }

    @Override
    public ObjectNode schema() {
      return alternatives(true);
    }
  }

  /** The same without a name. */
  static final class Unnamed implements Shape {
    @Override
    public @Nullable Object read(JsonNode node, Issues issues) {
      FieldInput field = field(node, "", issues);
      return field == null ? null : new Replacement(field);
    }

    @Override
    public ObjectNode schema() {
      return alternatives(false);
    }
  }

  /** A list of fields, each with a name. */
  static final class Many implements Shape {
    private static final int MOST = 20;

    @Override
    public @Nullable Object read(JsonNode node, Issues issues) {
      if (!node.isArray()) {
        issues.wrongType("array", node);
        return null;
      }
      if (node.size() > MOST) {
        issues.tooBig("array", MOST);
        return null;
      }
      int before = issues.count();
      List<FieldInput> fields = new ArrayList<>();
      for (int i = 0; i < node.size(); i++) {
        FieldInput field = Guard.read(node.get(i), FieldInput.class, issues.at(i));
        if (field != null) {
          fields.add(field);
        }
      }
      return issues.count() == before ? new Batch(List.copyOf(fields)) : null;
    }

    @Override
    public ObjectNode schema() {
      return Schema.listOf(alternatives(true)).put("maxItems", MOST);
    }
  }

  private static @Nullable FieldInput field(JsonNode node, String name, Issues issues) {
    int before = issues.count();
    Common common = Guard.read(node, Common.class, issues);
    if (common == null) {
      return null;
    }
    FieldType type = common.type();
    if (type == FieldType.Checkbox && common.required()) {
      issues.at("required").custom("A box can be left unticked: it cannot be required.");
    }
    JsonNode config = node.get("config");
    FieldConfig read = null;
    if (config != null) {
      read = Guard.read(config, FieldConfig.of(type), issues.at("config"));
    } else if (FieldConfig.isNeeded(type)) {
      issues.at("config").wrongType("object", (JsonNode) null);
    }
    if (issues.count() > before) {
      return null;
    }
    return new FieldInput(
        name,
        type,
        common.label(),
        type == FieldType.Checkbox ? null : common.description(),
        common.required(),
        read == null ? null : JsonCodec.mapper().valueToTree(read),
        read);
  }

  private static ObjectNode alternatives(boolean named) {
    return Schema.anyOf(
        Arrays.stream(FieldType.values()).map(type -> schema(type, named)).toList());
  }

  private static ObjectNode schema(FieldType type, boolean named) {
    ObjectNode schema = Schema.ofInput(Common.class);
    ObjectNode members = (ObjectNode) schema.get("properties");
    members.set("type", Schema.oneOf(List.of(type.name())));
    if (type == FieldType.Checkbox) {
      ((ObjectNode) members.get("required")).putArray("enum").add(false);
    }
    members.set("config", Schema.ofInput(FieldConfig.of(type)));
    if (named) {
      members.set(
          "name",
          Schema.of("string")
              .put("maxLength", 128)
              .put("pattern", ProfileFieldRules.NAME.pattern()));
      schema.withArray("required").add("name");
    }
    if (FieldConfig.isNeeded(type)) {
      schema.withArray("required").add("config");
    }
    return schema;
  }
}
