package io.gatehouse;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** A folder right below {@code io.gatehouse}, and how far up the house it stands. */
record Feature(String name) {
  private static final String ROOT = "io.gatehouse.";
  private static final Set<String> SURFACES =
      Set.of("oidc", "signin", "experience", "account", "saml");

  static Feature of(JavaClass type) {
    String inner = type.getPackageName().substring(ROOT.length());
    int dot = inner.indexOf('.');
    return new Feature(dot < 0 ? inner : inner.substring(0, dot));
  }

  /** Whether the class is of this module: connectors and protocol share the root package. */
  static boolean holds(JavaClass type) {
    return type.getPackageName().startsWith(ROOT)
        && !type.getPackageName().startsWith(ROOT + "connectors")
        && !type.getPackageName().startsWith(ROOT + "protocol");
  }

  boolean isSurface() {
    return SURFACES.contains(name);
  }

  /**
   * Imports point down: to a lower floor, or to a neighbour on the same floor that is no surface.
   */
  boolean mayImport(Feature other) {
    return equals(other) || (floor() == other.floor() ? !isSurface() : floor() > other.floor());
  }

  private int floor() {
    return switch (name) {
      case "platform" -> 0;
      case "tenant" -> 1;
      case "management" -> 2; // what the Management API resources of all nouns share
      case "app" -> 5;
      default -> isSurface() ? 4 : 3;
    };
  }
}
