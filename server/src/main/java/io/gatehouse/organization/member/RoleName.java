package io.gatehouse.organization.member;

import com.fasterxml.jackson.core.type.TypeReference;
import io.gatehouse.platform.json.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A role that a member has, as lists of members show it. */
public record RoleName(String id, String name) {
  private static final TypeReference<List<RoleName>> LIST = new TypeReference<>() {};

  /** SQL of the roles of the member {@code m} of a kind, by name, as JSON. */
  static String column(MemberKind kind) {
    return kind.into(
        """
        (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name) order by r.name), '[]')
           from <roles> h join organization_roles r on r.tenant_id = h.tenant_id and r.id = h.organization_role_id
           where h.tenant_id = m.tenant_id and h.organization_id = m.organization_id and h.<id> = m.<id>) as role_names
        """);
  }

  /** The roles of such a column. */
  public static List<RoleName> list(String json) {
    try {
      return JsonCodec.mapper().readValue(json, LIST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
