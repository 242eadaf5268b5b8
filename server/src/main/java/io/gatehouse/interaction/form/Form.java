package io.gatehouse.interaction.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import io.gatehouse.platform.input.ShapedBy;

/**
 * The fields of a form that was sent; a missing, repeated or unstorable field counts as empty, as
 * it is the page that says what is wrong with it.
 */
@Input
@ShapedBy(Form.Fields.class)
public record Form(JsonNode fields) {

  /** The field as it was typed. */
  public String text(String name) {
    String value = fields.path(name).textValue();
    return value == null || value.indexOf('\0') >= 0 ? "" : value;
  }

  /** The field without spaces around it. */
  public String line(String name) {
    return text(name).strip();
  }

  /** The field without what people put between the parts of a code. */
  public String compact(String name) {
    return text(name).replaceAll("[\\s-]", "");
  }

  public boolean checked(String name) {
    return !text(name).isEmpty();
  }

  /** Takes whatever a browser sends. */
  static final class Fields implements Shape {
    @Override
    public Object read(JsonNode node, Issues issues) {
      return new Form(node);
    }

    @Override
    public ObjectNode schema() {
      return Schema.of("object");
    }
  }
}
