package io.gatehouse.application.consent;

import io.gatehouse.application.consent.ConsentScopeList.AtResource;
import io.gatehouse.application.consent.ConsentScopeList.NamedResource;
import io.gatehouse.application.consent.ConsentScopeList.NamedScope;
import io.gatehouse.platform.db.Row;
import io.gatehouse.protocol.Scopes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what may be asked for from rows, be it of one application or of all of a kind. */
final class ConsentScopeRows {
  private ConsentScopeRows() {}

  static NamedScope scope(Row row) throws SQLException {
    return new NamedScope(row.text("id"), row.text("name"), row.textOrNull("description"));
  }

  /** Gathers the names of scopes, with the indicator of the resource where they are of one. */
  static final class Allowed {
    private final Set<String> own = new HashSet<>();
    private final Map<String, Scopes> resources = new HashMap<>();

    boolean add(Row row) throws SQLException {
      String indicator = row.textOrNull("indicator");
      Scopes scope = new Scopes(Set.of(row.text("name")));
      return indicator == null
          ? own.addAll(scope.values())
          : !scope.equals(resources.merge(indicator, scope, Scopes::plus));
    }

    AllowedScopes all() {
      return new AllowedScopes(own, resources);
    }
  }

  /** Gathers scopes below their resources, both in the order in which they come. */
  static final class Resources {
    private final Map<NamedResource, List<NamedScope>> scopes = new LinkedHashMap<>();

    boolean add(Row row) throws SQLException {
      NamedResource resource =
          new NamedResource(
              row.text("resource_id"), row.text("resource_name"), row.text("indicator"));
      return scopes.computeIfAbsent(resource, any -> new ArrayList<>()).add(scope(row));
    }

    List<AtResource> all() {
      return scopes.entrySet().stream()
          .map(entry -> new AtResource(entry.getKey(), entry.getValue()))
          .toList();
    }
  }
}
