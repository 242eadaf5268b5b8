package io.gatehouse.management.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.AdminTokens;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Puts the id of another tenant's thing of the same kind in the place of each id that a call
 * mentions, in its path and in its body: nothing is found, and nothing is changed.
 */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ForeignIdsApiTest {
  private static final Tenant ADMIN =
      new Tenant(TenantId.ADMIN, URI.create("http://localhost:3002"));

  /** What the server writes by itself meanwhile. */
  private static final Set<String> BUSY =
      Set.of("logs", "active_users", "counts", "count_deltas", "jobs", "hook_deliveries");

  @Inject ApiClients clients;
  @Inject AdminTokens tokens;
  @Inject Db db;
  private final ApiCalls calls = ApiCalls.read();
  private ApiClient ours;
  private ApiClient theirs;

  @BeforeEach
  void signIn() {
    ours = clients.management();
    theirs = clients.atAdmin(tokens.forManagement(ADMIN));
  }

  @AfterEach
  void tidy() {
    ApiCalls.tidy(ours);
    ApiCalls.tidy(theirs);
  }

  /** A call with one foreign id. */
  private record Attempt(ApiCalls.Call call, ApiCalls.Things own, String name, String foreign) {
    String label() {
      return call.step().label() + " with a foreign " + name;
    }
  }

  @Test
  void anotherTenantsThingsAreNotFoundAndNothingIsChanged() {
    List<Attempt> attempts = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (ApiCalls.Call call : calls.calls()) {
      if (!call.mentions().isEmpty()) {
        ApiCalls.Things own = calls.new Things(ours);
        ApiCalls.Things foreign = calls.new Things(theirs);
        String refused = own.prepare(call) + foreign.prepare(call);
        if (refused.isEmpty()) {
          call.mentions()
              .forEach(name -> attempts.add(new Attempt(call, own, name, foreign.id(name))));
        } else {
          wrong.add(call.step().label() + " cannot be tried: " + refused);
        }
      }
    }
    assertTrue(attempts.size() > 150, "attempts: " + attempts.size());
    Map<String, String> before = contents();
    for (Attempt attempt : attempts) {
      Answer answer = attempt.own.send(attempt.call.step(), Map.of(attempt.name, attempt.foreign));
      boolean refused =
          answer.status() >= 400
              && answer.status() < 500
              && answer.text().startsWith("{")
              && !answer.code().isEmpty();
      boolean empty = answer.status() == 200 && isEmpty(answer.json());
      if (!refused && !empty) {
        wrong.add(attempt.label() + ": " + answer.status() + " " + answer.text());
      }
    }
    assertEquals("", String.join("\n", wrong));
    assertEquals(before, contents());
  }

  /** A list without rows, perhaps under a name. */
  private static boolean isEmpty(JsonNode answer) {
    if (answer.isArray()) {
      return answer.isEmpty();
    }
    for (JsonNode member : answer) {
      if (!member.isArray() || !member.isEmpty()) {
        return false;
      }
    }
    return answer.isObject();
  }

  /** A digest of the rows of each table, of all tenants. */
  private Map<String, String> contents() {
    return db.acrossTenants(connection -> {
      Map<String, String> contents = new TreeMap<>();
      List<String> tables = new ArrayList<>();
      try (var statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  """
                  select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                    and not c.relispartition and a.attname = 'tenant_id'
                  """)) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      tables.removeAll(BUSY);
      for (String table : tables) {
        try (var statement = connection.createStatement();
            ResultSet rows =
                statement.executeQuery(
                    "select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from "
                        + table
                        + " t")) {
          rows.next();
          contents.put(table, rows.getString(1));
        }
      }
      return contents;
    });
  }
}
