package io.gatehouse.branding.profilefield;

/** What kind of answer a field takes; the names are those of the API. */
public enum FieldType {
  Text,
  Number,
  Date,
  Checkbox,
  Select,
  Url,
  Regex,
  Address,
  Fullname;

  /** Whether it is made of parts. */
  boolean isComposite() {
    return this == Address || this == Fullname;
  }
}
