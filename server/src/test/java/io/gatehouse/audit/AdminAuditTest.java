package io.gatehouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdminAuditTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final InstantSource CLOCK = () -> Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void anAdministratorsChangeIsKeptWithoutSecrets() {
    try (TestDatabase database = TestDatabase.create()) {
      new AdminAudit(new AuditStore(database.db()), TestMonths.of(database.db()), CLOCK)
          .record(
              TENANT,
              new Actor(Actor.Kind.User, "admin1", "192.0.2.7", "request1"),
              AdminChange.updated(
                  "connector",
                  "c1",
                  Map.of("config", Map.of("clientSecret", "old")),
                  Map.of("config", Map.of("clientSecret", "new", "scope", "email"))));
      JsonNode row =
          JsonCodec.tree(
              database
                  .db()
                  .one(
                      TENANT, "select row_to_json(a) as j from audit_records a", r -> r.text("j")));
      assertEquals("connector.updated", row.get("action").asText());
      assertEquals("admin1", row.at("/actor/id").asText());
      assertEquals("******", row.at("/after/config/clientSecret").asText());
      assertEquals("email", row.at("/after/config/scope").asText());
      assertFalse(row.toString().contains("old"));
      assertTrue(row.get("created_at").asText().startsWith("2026-03-01"));
    }
  }
}
