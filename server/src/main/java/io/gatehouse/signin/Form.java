package io.gatehouse.signin;

import com.fasterxml.jackson.databind.JsonNode;

/** The fields of a form that was sent; a missing or repeated field counts as empty. */
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

  public boolean checked(String name) {
    return !text(name).isEmpty();
  }
}
