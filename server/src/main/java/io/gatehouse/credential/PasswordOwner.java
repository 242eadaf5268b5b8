package io.gatehouse.credential;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the person who chooses a password, and so should not be in it. */
public record PasswordOwner(
    @Nullable String name,
    @Nullable String username,
    @Nullable String email,
    @Nullable String phone) {
  /** Nobody in particular. */
  public static final PasswordOwner UNKNOWN = new PasswordOwner(null, null, null, null);

  private static final int SHORTEST_HINT = 3;

  /** The parts that give a password away: the words of the name, the address before the @. */
  List<String> hints() {
    List<String> hints = new ArrayList<>();
    if (name != null) {
      hints.addAll(List.of(name.strip().split("\\s+")));
      hints.add(name);
    }
    if (username != null) {
      hints.add(username);
    }
    if (email != null) {
      hints.add(email);
      hints.add(email.substring(0, email.indexOf('@') < 0 ? email.length() : email.indexOf('@')));
    }
    if (phone != null) {
      hints.add(phone);
    }
    hints.removeIf(hint -> hint.codePointCount(0, hint.length()) < SHORTEST_HINT);
    return hints;
  }
}
