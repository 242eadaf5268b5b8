package io.gatehouse.message.template;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** E-mail templates in the database. */
@Singleton
class EmailTemplateStore {
  private final Db db;

  EmailTemplateStore(Db db) {
    this.db = db;
  }

  /** Which templates are meant: those of a language, of a type, or both. */
  record Filter(Optional<String> languageTag, Optional<EmailTemplate.Type> type) {
    /** All of them. */
    static final Filter NONE = new Filter(Optional.empty(), Optional.empty());

    boolean isEmpty() {
      return languageTag.isEmpty() && type.isEmpty();
    }

    private Where where(TenantId tenant) {
      return Where.of("tenant_id = ?", tenant)
          .andIf(languageTag, "language_tag = ?")
          .andIf(type.map(EmailTemplate.Type::name), "template_type = ?");
    }
  }

  List<EmailTemplate> list(TenantId tenant, Filter filter) {
    Where where = filter.where(tenant);
    return db.query(
        tenant,
        "select * from email_templates where "
            + where.sql()
            + " order by language_tag, template_type",
        EmailTemplate::of,
        where.arguments());
  }

  Optional<EmailTemplate> find(TenantId tenant, String id) {
    return db.find(
        tenant,
        "select * from email_templates where tenant_id = ? and id = ?",
        EmailTemplate::of,
        tenant,
        id);
  }

  /** Writes a template in the place of what is there for its language and type. */
  EmailTemplate put(TenantId tenant, EmailTemplateInput input, Instant now) {
    return db.one(
        tenant,
        """
        insert into email_templates (tenant_id, id, language_tag, template_type, details, created_at)
        values (?, ?, ?, ?, ?, ?)
        on conflict (tenant_id, language_tag, template_type) do update set details = excluded.details
        returning *
        """,
        EmailTemplate::of,
        tenant,
        Ids.standardId(),
        input.languageTag(),
        input.templateType().name(),
        new Jsonb(JsonCodec.text(input.details().whole())),
        now);
  }

  /** The template, locked until the transaction ends. */
  Optional<EmailTemplate> lock(TenantId tenant, String id) {
    return db.find(
        tenant,
        "select * from email_templates where tenant_id = ? and id = ? for update",
        EmailTemplate::of,
        tenant,
        id);
  }

  EmailTemplate write(TenantId tenant, String id, EmailTemplate.Details details) {
    return db.one(
        tenant,
        "update email_templates set details = ? where tenant_id = ? and id = ? returning *",
        EmailTemplate::of,
        new Jsonb(JsonCodec.text(details)),
        tenant,
        id);
  }

  boolean delete(TenantId tenant, String id) {
    return db.update(
            tenant, "delete from email_templates where tenant_id = ? and id = ?", tenant, id)
        == 1;
  }

  int delete(TenantId tenant, Filter filter) {
    Where where = filter.where(tenant);
    return db.update(tenant, "delete from email_templates where " + where.sql(), where.arguments());
  }
}
