package io.gatehouse.user.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptStoreTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private TestDatabase database;
  private KeptData data;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    data = new KeptData(new KeptStore(database.db()));
    for (String person : new String[] {"ada", "bob"}) {
      write(
          "insert into users (tenant_id, id, username, username_key, custom_data, password_hash, password_method, created_at, updated_at)"
              + " values (?, ?, ?, ?, '{\"boat\":\"sloop\"}', 'the hash', 'Argon2id', ?, ?)",
          TENANT,
          person,
          person,
          person,
          NOW,
          NOW);
      write(
          "insert into user_identities (tenant_id, user_id, target, identity_id) values (?, ?, 'harbour', ?)",
          TENANT,
          person,
          "at harbour " + person);
      write(
          "insert into personal_access_tokens (tenant_id, user_id, name, value, digest, created_at)"
              + " values (?, ?, 'script', 'pat_secret', ?, ?)",
          TENANT,
          person,
          ("digest of " + person).getBytes(StandardCharsets.UTF_8),
          NOW);
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void write(String sql, Object... values) {
    database.db().update(TENANT, sql, values);
  }

  @Test
  void whatIsKeptIsToldButNoSecretAndNothingOfOthers() {
    JsonNode kept = data.of(TENANT, "ada");
    assertEquals("ada", kept.path("account").path("username").asText());
    assertEquals("sloop", kept.path("account").path("customData").path("boat").asText());
    assertEquals("at harbour ada", kept.path("identities").path(0).path("identityId").asText());
    assertEquals("script", kept.path("personalAccessTokens").path(0).path("name").asText());
    assertTrue(kept.path("sessions").isArray());
    String text = kept.toString();
    for (String hidden : new String[] {"the hash", "pat_secret", "digest", "bob"}) {
      assertFalse(text.contains(hidden), text);
    }
  }

  /** Whoever adds a table about people says whether they are told of it. */
  @Test
  void everyTableThatNamesPeopleIsToldOrPasses() {
    var unlisted =
        new TreeSet<>(
            database
                .db()
                .query(
                    TENANT,
                    """
                    select distinct c.table_name as name from information_schema.columns c
                    join pg_class t on t.relname = c.table_name and not t.relispartition
                    where c.table_schema = 'public' and c.column_name = 'user_id'
                    """,
                    row -> row.text("name")));
    KeptStore.TOLD.forEach(each -> unlisted.remove(each.table()));
    KeptStore.PASSING.forEach(unlisted::remove);
    assertEquals(Set.of(), unlisted);
  }
}
