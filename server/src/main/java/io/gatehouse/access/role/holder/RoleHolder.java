package io.gatehouse.access.role.holder;

import io.gatehouse.access.role.RoleType;

/** Who has roles. */
public sealed interface RoleHolder {

  /** The person's or the application's id. */
  String id();

  /** A person, who has roles of the type User. */
  record User(String id) implements RoleHolder {}

  /** A machine-to-machine application, which has roles of that type. */
  record Application(String id) implements RoleHolder {}

  /** The type of the roles that it can have. */
  default RoleType type() {
    return switch (this) {
      case User u -> RoleType.User;
      case Application a -> RoleType.MachineToMachine;
    };
  }
}
