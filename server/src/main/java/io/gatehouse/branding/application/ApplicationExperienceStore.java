package io.gatehouse.branding.application;

import io.gatehouse.application.metadata.Introduction;
import io.gatehouse.branding.Looks;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What applications change of the sign-in settings, in the database. */
@Singleton
class ApplicationExperienceStore {
  private static final String FIND =
      "select * from application_sign_in_experiences where tenant_id = ? and application_id = ?";

  private final Db db;

  ApplicationExperienceStore(Db db) {
    this.db = db;
  }

  Optional<ApplicationExperience> find(TenantId tenant, String applicationId) {
    return db.find(tenant, FIND, ApplicationExperienceStore::experience, tenant, applicationId);
  }

  /** The same, kept from other changes until the end of the transaction. */
  Optional<ApplicationExperience> lock(TenantId tenant, String applicationId) {
    return db.find(
        tenant,
        FIND + " for update",
        ApplicationExperienceStore::experience,
        tenant,
        applicationId);
  }

  void put(ApplicationExperience experience) {
    db.update(
        experience.tenantId(),
        """
        insert into application_sign_in_experiences (tenant_id, application_id, color, branding, custom_css,
          terms_of_use_url, privacy_policy_url, display_name, in_languages)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (tenant_id, application_id) do update set color = excluded.color, branding = excluded.branding,
          custom_css = excluded.custom_css, terms_of_use_url = excluded.terms_of_use_url,
          privacy_policy_url = excluded.privacy_policy_url, display_name = excluded.display_name,
          in_languages = excluded.in_languages
        """,
        experience.tenantId(),
        experience.applicationId(),
        new Jsonb(JsonCodec.text(experience.color())),
        new Jsonb(JsonCodec.text(experience.branding())),
        experience.customCss(),
        experience.termsOfUseUrl(),
        experience.privacyPolicyUrl(),
        experience.displayName(),
        new Jsonb(JsonCodec.text(experience.inLanguages())));
  }

  private static Map<String, Introduction> inLanguages(String column) {
    Map<String, Introduction> all = new HashMap<>();
    JsonCodec.tree(column)
        .properties()
        .forEach(each ->
            all.put(each.getKey(), JsonCodec.read(each.getValue().toString(), Introduction.class)));
    return all;
  }

  private static ApplicationExperience experience(Row row) throws SQLException {
    return new ApplicationExperience(
        new TenantId(row.text("tenant_id")),
        row.text("application_id"),
        JsonCodec.read(row.text("color"), ApplicationExperience.Color.class),
        JsonCodec.read(row.text("branding"), Looks.Branding.class),
        row.textOrNull("custom_css"),
        row.textOrNull("terms_of_use_url"),
        row.textOrNull("privacy_policy_url"),
        row.textOrNull("display_name"),
        inLanguages(row.text("in_languages")));
  }
}
