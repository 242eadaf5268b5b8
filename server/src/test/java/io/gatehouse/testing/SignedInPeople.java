package io.gatehouse.testing;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.user.User;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** People who are signed in, with access tokens as the provider keeps them. */
@Singleton
public class SignedInPeople {
  /** A first-party application that every tenant has. */
  public static final String APPLICATION = "account-center";

  /** Everything that the Account API asks for. */
  public static final String SCOPES =
      "openid profile email phone address custom_data identities urn:logto:scope:sessions"
          + " urn:logto:scope:trusted_devices";

  private final Db db;
  private final ApiClients clients;
  private final InstantSource clock;

  SignedInPeople(Db db, ApiClients clients, InstantSource clock) {
    this.db = db;
    this.clients = clients;
    this.clock = clock;
  }

  /** Calls for the person with everything. */
  public Own client(User user) {
    return client(user, SCOPES);
  }

  /** Calls for the person with these scopes. */
  public Own client(User user, String scopes) {
    return new Own(clients.with(token(TenantId.DEFAULT, user, APPLICATION, scopes)), null);
  }

  /** Calls for the person by another application. */
  public Own by(String application, User user) {
    return new Own(clients.with(token(TenantId.DEFAULT, user, application, SCOPES)), null);
  }

  /** A token of a session of its own. */
  public String token(TenantId tenant, User user, String application, String scopes) {
    String token = Ids.token();
    Instant now = clock.instant();
    Instant end = now.plus(Duration.ofHours(1));
    String session = Ids.standardId();
    String grant = Ids.standardId();
    db.update(
        tenant,
        """
        insert into sessions (tenant_id, id, secret_hash, user_id, auth_time, created_at, expires_at, application_id)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        session,
        Digests.sha256(session),
        user.id(),
        now,
        now,
        end,
        application);
    db.update(
        tenant,
        """
        insert into grants (tenant_id, id, session_id, user_id, application_id, scope, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        grant,
        session,
        user.id(),
        application,
        scopes,
        now,
        end);
    db.update(
        tenant,
        """
        insert into access_tokens (tenant_id, hash, grant_id, session_id, application_id, scope, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        Digests.sha256(token),
        grant,
        session,
        application,
        scopes,
        now,
        end);
    return token;
  }

  /** Somebody's program at the Account API, perhaps with a proof. */
  public record Own(ApiClient api, @Nullable String proof) {
    /** With a proof that the person knows the password. */
    public Own proved() {
      Answer answer =
          post("/api/verifications/password", "{\"password\":\"" + People.PASSWORD + "\"}");
      return with(answer.json().path("verificationRecordId").asText());
    }

    /** The id of its proof. */
    public String proofId() {
      return Objects.requireNonNull(proof);
    }

    /** With this proof. */
    public Own with(String id) {
      return new Own(api, id);
    }

    public Answer get(String path) {
      return send("GET", path, null);
    }

    public Answer post(String path, String json) {
      return send("POST", path, json);
    }

    public Answer put(String path, String json) {
      return send("PUT", path, json);
    }

    public Answer patch(String path, String json) {
      return send("PATCH", path, json);
    }

    public Answer delete(String path) {
      return send("DELETE", path, null);
    }

    private Answer send(String method, String path, @Nullable String json) {
      return proof == null
          ? api.send(method, path, json, "Content-Type", "application/json")
          : api.send(
              method,
              path,
              json,
              "Content-Type",
              "application/json",
              "logto-verification-id",
              proof);
    }
  }

  /** The settings under which people may do this, as a body. */
  public static String settings(String... fields) {
    var body = JsonCodec.object().put("enabled", true);
    var access = body.putObject("fields");
    for (int i = 0; i < fields.length; i += 2) {
      access.put(fields[i], fields[i + 1]);
    }
    return body.toString();
  }

  /** The settings under which people may do everything. */
  public static String everything() {
    String[] names = {
      "name",
      "avatar",
      "profile",
      "email",
      "phone",
      "password",
      "username",
      "social",
      "customData",
      "mfa",
      "passkey",
      "session",
      "trustedDevice"
    };
    String[] fields = new String[names.length * 2];
    for (int i = 0; i < names.length; i++) {
      fields[2 * i] = names[i];
      fields[2 * i + 1] = "Edit";
    }
    return settings(fields);
  }
}
