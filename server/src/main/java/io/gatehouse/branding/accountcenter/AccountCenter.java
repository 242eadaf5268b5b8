package io.gatehouse.branding.accountcenter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people may do with their own account.
 *
 * @param id always {@code default}: a tenant has one
 * @param webauthnRelatedOrigins other origins that may use passkeys made here
 * @param deleteAccountUrl where people go who want to delete their account
 * @param profileFields which custom profile fields are shown; null for none chosen
 */
public record AccountCenter(
    TenantId tenantId,
    String id,
    boolean enabled,
    Fields fields,
    List<String> webauthnRelatedOrigins,
    @Nullable String deleteAccountUrl,
    @Nullable String customCss,
    @Nullable List<ShownField> profileFields) {

  /** What people may do with one part. */
  public enum Access {
    Off,
    ReadOnly,
    Edit
  }

  /**
   * The parts of an account; an absent one is off.
   *
   * @param data all that is kept about the person, to take along; it cannot be changed
   */
  @JsonInclude(Include.NON_NULL)
  public record Fields(
      @Nullable Access name,
      @Nullable Access avatar,
      @Nullable Access profile,
      @Nullable Access email,
      @Nullable Access phone,
      @Nullable Access password,
      @Nullable Access username,
      @Nullable Access social,
      @Nullable Access customData,
      @Nullable Access mfa,
      @Nullable Access passkey,
      @Nullable Access session,
      @Nullable Access trustedDevice,
      @Nullable Access data) {}

  /** A custom profile field by its name. */
  public record ShownField(String name) {}

  /** From a row that holds the table's columns under their names. */
  static AccountCenter of(Row row) throws SQLException {
    String shown = row.textOrNull("profile_fields");
    return new AccountCenter(
        new TenantId(row.text("tenant_id")),
        "default",
        row.flag("enabled"),
        JsonCodec.read(row.text("fields"), Fields.class),
        row.texts("webauthn_related_origins"),
        row.textOrNull("delete_account_url"),
        row.textOrNull("custom_css"),
        shown == null ? null : Arrays.asList(JsonCodec.read(shown, ShownField[].class)));
  }
}
