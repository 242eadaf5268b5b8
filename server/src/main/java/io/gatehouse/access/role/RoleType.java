package io.gatehouse.access.role;

/** Who may have a role; the names are those of the API. */
public enum RoleType {
  User,
  MachineToMachine
}
