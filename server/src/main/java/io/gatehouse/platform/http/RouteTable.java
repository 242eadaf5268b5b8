package io.gatehouse.platform.http;

import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every path with its methods, so that a request without a resource is answered before anybody asks
 * for a token. At the APIs, capitals do not matter; a trailing slash matters nowhere.
 */
final class RouteTable {
  /** Below these, capitals do not matter. */
  private static final Set<String> ROOTS = Set.of("api", "me");

  /** In the order in which clients are told of them. */
  private static final List<String> METHODS =
      List.of("HEAD", "GET", "POST", "PUT", "PATCH", "DELETE");

  private final Node root = new Node("");

  /** What a path leads to: how the resource spells it, and the methods it has. */
  record Match(String path, Set<String> methods) {
    boolean takes(HttpMethod method) {
      return methods.contains(method.name());
    }

    /** The value of {@code Allow}. */
    String allowed() {
      return METHODS.stream().filter(methods::contains).collect(Collectors.joining(", "));
    }
  }

  private static final class Node {
    final String spelling;
    final Map<String, Node> literals = new HashMap<>();
    final Set<String> methods = new TreeSet<>();
    @Nullable Node parameter;
    boolean greedy;

    Node(String spelling) {
      this.spelling = spelling;
    }
  }

  /** Adds a resource method: {@code /api/roles/{id}} with {@code GET}. */
  void add(String template, String method) {
    Node node = root;
    for (String segment : segments(template)) {
      if (segment.startsWith("{")) {
        Node next = node.parameter == null ? new Node(segment) : node.parameter;
        next.greedy |= segment.contains(":");
        node.parameter = next;
        node = next;
      } else {
        node =
            node.literals.computeIfAbsent(
                segment.toLowerCase(Locale.ROOT), key -> new Node(segment));
      }
    }
    node.methods.add(method);
    if (method.equals("GET")) {
      node.methods.add("HEAD");
    }
  }

  /**
   * Where a path leads, or null when there is nothing. The first segment is taken as it is written.
   */
  @Nullable Match match(String path) {
    List<String> segments = segments(path);
    List<String> spelled = new ArrayList<>();
    Set<String> methods = new TreeSet<>();
    String[] found = {null};
    walk(root, segments, spelled, methods, found);
    return found[0] == null ? null : new Match(found[0], methods);
  }

  /**
   * Literal segments come first: the first path that fits is the one; all that fit have a say in
   * the methods.
   */
  private static void walk(
      Node node,
      List<String> rest,
      List<String> spelled,
      Set<String> methods,
      @Nullable String[] found) {
    if (rest.isEmpty() || node.greedy) {
      if (!node.methods.isEmpty()) {
        List<String> whole = new ArrayList<>(spelled);
        whole.addAll(rest);
        found[0] = found[0] == null ? "/" + String.join("/", whole) : found[0];
        methods.addAll(node.methods);
      }
      if (rest.isEmpty()) {
        return;
      }
    }
    String segment = rest.getFirst();
    List<String> further = rest.subList(1, rest.size());
    Node literal = literal(node, segment, !spelled.isEmpty() && ROOTS.contains(spelled.getFirst()));
    if (literal != null) {
      spelled.addLast(literal.spelling);
      walk(literal, further, spelled, methods, found);
      spelled.removeLast();
    }
    if (node.parameter != null && !segment.isEmpty()) {
      spelled.addLast(segment);
      walk(node.parameter, further, spelled, methods, found);
      spelled.removeLast();
    }
  }

  private static @Nullable Node literal(Node node, String segment, boolean anyCase) {
    Node found = node.literals.get(segment.toLowerCase(Locale.ROOT));
    return found == null || anyCase || found.spelling.equals(segment) ? found : null;
  }

  /** The path's segments; a trailing slash adds none. */
  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    int depth = 0;
    StringBuilder segment = new StringBuilder();
    for (int i = 1; i < path.length(); i++) {
      char c = path.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == '/' && depth <= 0) {
        segments.add(segment.toString());
        segment.setLength(0);
      } else {
        segment.append(c);
      }
    }
    if (!segment.isEmpty()) {
      segments.add(segment.toString());
    }
    return segments;
  }
}
