package io.gatehouse.organization.member;

/** The two kinds of members, each with the tables that hold them. */
public enum MemberKind {
  /** People. */
  USER("organization_users", "organization_user_roles", "user_id", "userIds"),
  /** Machine-to-machine applications. */
  APPLICATION(
      "organization_applications",
      "organization_application_roles",
      "application_id",
      "applicationIds");

  private final String members;
  private final String roles;
  private final String column;
  private final String idsName;

  MemberKind(String members, String roles, String column, String idsName) {
    this.members = members;
    this.roles = roles;
    this.column = column;
    this.idsName = idsName;
  }

  /** What a list of such members is called, on the wire and in the administrators' audit. */
  public String idsName() {
    return idsName;
  }

  /**
   * Puts the names into a statement that says {@code <members>}, {@code <roles>} and {@code <id>}.
   */
  String into(String sql) {
    return sql.replace("<members>", members).replace("<roles>", roles).replace("<id>", column);
  }
}
