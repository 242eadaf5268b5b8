package io.gatehouse.organization.role;

/** The two kinds of scopes that a role of the organization template grants. */
enum Granted {
  /** Scopes of the template itself. */
  ORGANIZATION_SCOPES(
      "organization_role_scopes", "organization_scope_id", "organization_scopes", "scopes"),
  /** Scopes of API resources. */
  RESOURCE_SCOPES("organization_role_resource_scopes", "scope_id", "scopes", "resource_scopes");

  private final String link;
  private final String column;
  private final String scopes;
  private final String label;

  Granted(String link, String column, String scopes, String label) {
    this.link = link;
    this.column = column;
    this.scopes = scopes;
    this.label = label;
  }

  /** What follows the role's noun in the administrators' audit. */
  String label() {
    return label;
  }

  /**
   * Puts the names into a statement that says {@code <link>}, {@code <column>} and {@code
   * <scopes>}.
   */
  String into(String sql) {
    return sql.replace("<link>", link).replace("<column>", column).replace("<scopes>", scopes);
  }
}
