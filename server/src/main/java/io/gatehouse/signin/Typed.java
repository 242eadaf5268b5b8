package io.gatehouse.signin;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.page.IdentifierKind;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.UserKeys;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes out what a person meant who typed something into a field that takes several kinds. */
public final class Typed {
  private static final Set<String> NARROWED =
      Set.of("identifier:sign_in", "identifier:register", "reset_password");

  private Typed() {}

  /** The identifier, or null when the text is none of the accepted kinds. */
  public static @Nullable Identifier read(String text, Collection<IdentifierType> accepted) {
    if (accepted.contains(IdentifierType.EMAIL) && UserKeys.looksLikeEmail(text)) {
      return Identifier.email(text);
    }
    if (accepted.contains(IdentifierType.PHONE) && UserKeys.looksLikePhone(text)) {
      return Identifier.phone(UserKeys.phone(text));
    }
    return accepted.contains(IdentifierType.USERNAME) && !text.isEmpty()
        ? Identifier.username(text)
        : null;
  }

  /**
   * Those of the accepted kinds that the application wants typed in, where its first screen asks
   * for nothing else; all of them when it wants none of these.
   */
  public static List<IdentifierType> wanted(
      Interaction interaction, List<IdentifierType> accepted) {
    String screen = interaction.parameter("first_screen");
    String named = interaction.parameter("identifier");
    if (screen == null || named == null || !NARROWED.contains(screen)) {
      return accepted;
    }
    List<String> words = List.of(named.split(" "));
    List<IdentifierType> wanted =
        accepted.stream().filter(type -> words.contains(type.wire())).toList();
    return wanted.isEmpty() ? accepted : wanted;
  }

  /** The kinds as the pages label them. */
  public static Set<IdentifierKind> kinds(Collection<IdentifierType> types) {
    Set<IdentifierKind> kinds = EnumSet.noneOf(IdentifierKind.class);
    types.forEach(type -> kinds.add(IdentifierKind.valueOf(type.name())));
    return kinds;
  }
}
