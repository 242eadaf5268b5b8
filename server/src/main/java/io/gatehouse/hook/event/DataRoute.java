package io.gatehouse.hook.event;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call of the Management API that is an event.
 *
 * @param pattern the path as receivers see it: {@code /organizations/:id/users}
 * @param event what its success tells; null when only the noun knows whether anything happened
 * @param also what else the noun may tell within it
 * @param idMember the member of the body that repeats the subject's id, instead of the answer
 * @param bare whether the body leaves out where it was called
 * @param silent whether the body leaves out what was answered
 */
record DataRoute(
    String method,
    String pattern,
    @Nullable HookEvent event,
    List<HookEvent> also,
    @Nullable String idMember,
    boolean bare,
    boolean silent) {
  private static final Pattern PLACEHOLDER = Pattern.compile(":\\w+|\\{[^}]*}");

  /** A call such as {@code POST /roles} that is this event. */
  static DataRoute of(String call, @Nullable HookEvent event) {
    String[] parts = call.split(" ", 2);
    return new DataRoute(parts[0], parts[1], event, List.of(), null, false, false);
  }

  /** The noun may tell this too. */
  DataRoute also(HookEvent other) {
    return new DataRoute(method, pattern, event, List.of(other), idMember, bare, silent);
  }

  /** The body repeats the subject's id under this name, and says nothing of the answer. */
  DataRoute naming(String member) {
    return new DataRoute(method, pattern, event, also, member, bare, silent);
  }

  /** The body says nothing of the call. */
  DataRoute withoutCall() {
    return new DataRoute(method, pattern, event, also, idMember, true, true);
  }

  /** The body says nothing of the answer. */
  DataRoute withoutData() {
    return new DataRoute(method, pattern, event, also, idMember, bare, true);
  }

  /** Everything that it may tell. */
  List<HookEvent> events() {
    List<HookEvent> all = new ArrayList<>(also);
    if (event != null) {
      all.add(event);
    }
    return all;
  }

  /** What is the same for a call and the route that answers it, however they name placeholders. */
  String key() {
    return key(method, pattern);
  }

  static String key(String method, String pattern) {
    return method + " " + PLACEHOLDER.matcher(pattern).replaceAll("{}");
  }
}
