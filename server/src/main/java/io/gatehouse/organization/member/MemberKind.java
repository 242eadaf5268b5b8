package io.gatehouse.organization.member;

/** The two kinds of members, each with the tables that hold them. */
public enum MemberKind {
  /** People. */
  USER("organization_users", "organization_user_roles", "user_id", "userIds", "UserIds"),
  /** Machine-to-machine applications. */
  APPLICATION(
      "organization_applications",
      "organization_application_roles",
      "application_id",
      "applicationIds",
      "ApplicationIds");

  private final String members;
  private final String roles;
  private final String column;
  private final String idsName;
  private final String eventIds;

  MemberKind(String members, String roles, String column, String idsName, String eventIds) {
    this.members = members;
    this.roles = roles;
    this.column = column;
    this.idsName = idsName;
    this.eventIds = eventIds;
  }

  /** What a list of such members is called, on the wire and in the administrators' audit. */
  public String idsName() {
    return idsName;
  }

  /** The same at the end of an event's name for them: {@code addedUserIds}. */
  String eventIds() {
    return eventIds;
  }

  /**
   * Puts the names into a statement that says {@code <members>}, {@code <roles>} and {@code <id>}.
   */
  String into(String sql) {
    return sql.replace("<members>", members).replace("<roles>", roles).replace("<id>", column);
  }
}
