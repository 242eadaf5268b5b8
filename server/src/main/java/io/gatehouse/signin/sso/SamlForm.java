package io.gatehouse.signin.sso;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import io.gatehouse.platform.input.ShapedBy;

/**
 * The form in which a browser brings a response of SAML: the longest there is, as it may name
 * somebody's many groups.
 */
@Input(longestForm = 512 * 1024)
@ShapedBy(SamlForm.Fields.class)
public record SamlForm(Form form) {

  /** Takes whatever a browser sends. */
  static final class Fields implements Shape {
    @Override
    public Object read(JsonNode node, Issues issues) {
      return new SamlForm(new Form(node));
    }

    @Override
    public ObjectNode schema() {
      return Schema.of("object");
    }
  }
}
