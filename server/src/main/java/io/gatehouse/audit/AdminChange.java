package io.gatehouse.audit;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator changed.
 *
 * @param action noun and verb, such as {@code application.updated}
 * @param subjectType the noun
 * @param before the state before, as the API shows it; secrets are masked when it is written
 * @param after the state after
 */
public record AdminChange(
    String action,
    String subjectType,
    @Nullable String subjectId,
    @Nullable Object before,
    @Nullable Object after) {

  /** A new thing. */
  public static AdminChange created(String noun, String id, Object after) {
    return new AdminChange(noun + ".created", noun, id, null, after);
  }

  /** A changed thing. */
  public static AdminChange updated(String noun, String id, Object before, Object after) {
    return new AdminChange(noun + ".updated", noun, id, before, after);
  }

  /** A thing that is gone. */
  public static AdminChange deleted(String noun, String id, Object before) {
    return new AdminChange(noun + ".deleted", noun, id, before, null);
  }

  /** A thing that something was done to which has a name of its own, such as being suspended. */
  public static AdminChange changed(
      String noun, String id, String verb, Object before, Object after) {
    return new AdminChange(noun + "." + verb, noun, id, before, after);
  }

  /** Something given under a name of its own, such as a role's being added. */
  public static AdminChange given(String noun, String id, String verb, Object after) {
    return new AdminChange(noun + "." + verb, noun, id, null, after);
  }

  /** Something taken or ended, under a name of its own. */
  public static AdminChange taken(String noun, String id, String verb, Object before) {
    return new AdminChange(noun + "." + verb, noun, id, before, null);
  }
}
