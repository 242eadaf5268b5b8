package io.gatehouse.signin;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.page.IdentifierKind;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.UserKeys;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes out what a person meant who typed something into a field that takes several kinds. */
public final class Typed {
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

  /** The kinds as the pages label them. */
  public static Set<IdentifierKind> kinds(Collection<IdentifierType> types) {
    Set<IdentifierKind> kinds = EnumSet.noneOf(IdentifierKind.class);
    types.forEach(type -> kinds.add(IdentifierKind.valueOf(type.name())));
    return kinds;
  }
}
