package io.gatehouse.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.application.metadata.CustomClientMetadata;
import io.gatehouse.application.metadata.OidcClientMetadata;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client of the provider.
 *
 * @param strictOidc answers exactly as OpenID Connect says where the convention of existing clients
 *     differs
 */
public record Application(
    String id,
    String name,
    @Nullable String description,
    ApplicationType type,
    OidcClientMetadata oidcClientMetadata,
    CustomClientMetadata customClientMetadata,
    @Nullable JsonNode protectedAppMetadata,
    JsonNode customData,
    boolean thirdParty,
    boolean accessControlEnabled,
    boolean strictOidc,
    Instant createdAt) {

  /** The applications that are part of the product: they are not listed and cannot be changed. */
  private static final Set<String> BUILT_IN =
      Set.of("demo-app", "account-center", "device-demo-app");

  /** From a row that holds the table's columns under their names. */
  public static Application of(Row row) throws SQLException {
    @Nullable String protectedApp = row.textOrNull("protected_app_metadata");
    return new Application(
        row.text("id"),
        row.text("name"),
        row.textOrNull("description"),
        ApplicationType.valueOf(row.text("type")),
        JsonCodec.read(row.text("oidc_client_metadata"), OidcClientMetadata.class),
        JsonCodec.read(row.text("custom_client_metadata"), CustomClientMetadata.class),
        protectedApp == null ? null : JsonCodec.tree(protectedApp),
        JsonCodec.tree(row.text("custom_data")),
        row.flag("is_third_party"),
        row.flag("access_control_enabled"),
        row.flag("strict_oidc"),
        row.instant("created_at"));
  }

  /** The same application with the switch set. */
  Application withStrictOidc(boolean strict) {
    return new Application(
        id,
        name,
        description,
        type,
        oidcClientMetadata,
        customClientMetadata,
        protectedAppMetadata,
        customData,
        thirdParty,
        accessControlEnabled,
        strict,
        createdAt);
  }

  /** Whether the product brings it. */
  public boolean builtIn() {
    return BUILT_IN.contains(id);
  }

  /** Whether it is the account centre under the name that it was seeded with, in one language. */
  public boolean isNamedAsSeeded() {
    return id.equals("account-center") && name.equals("Account Center");
  }

  /** Whether only those get in whom its access control admits. */
  public boolean restricted() {
    return accessControlEnabled && !builtIn();
  }

  static List<String> builtInIds() {
    return List.copyOf(BUILT_IN);
  }
}
