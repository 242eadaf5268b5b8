package io.gatehouse.branding.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form that was sent: at most one remark about the whole, and remarks by field
 * in the page's order.
 */
public record Problems(@Nullable Problem general, Map<String, List<Problem>> fields) {
  /** Nothing is wrong. */
  public static final Problems NONE = new Problems(null, Map.of());

  public Problems {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** About the whole form. */
  public static Problems general(Problem problem) {
    return new Problems(problem, Map.of());
  }

  /** About one field. */
  public static Problems field(String field, Problem... problems) {
    return new Problems(null, Map.of(field, List.of(problems)));
  }

  boolean isEmpty() {
    return general == null && fields.isEmpty();
  }

  Set<String> fieldNames() {
    return fields.keySet();
  }

  List<Problem> of(String field) {
    return fields.getOrDefault(field, List.of());
  }
}
