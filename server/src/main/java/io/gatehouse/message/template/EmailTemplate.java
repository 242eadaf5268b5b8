package io.gatehouse.message.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tenant's wording of a type of e-mail in a language. */
record EmailTemplate(
    TenantId tenantId,
    String id,
    String languageTag,
    Type templateType,
    Details details,
    Instant createdAt) {

  /** What an e-mail is about; the names are those of the API. */
  enum Type {
    SignIn,
    Register,
    ForgotPassword,
    OrganizationInvitation,
    Generic,
    UserPermissionValidation,
    BindNewIdentifier,
    MfaVerification,
    BindMfa,
    /** An application waits for somebody elsewhere; its template names {@code {{link}}}. */
    SignInRequest
  }

  /** How the content is marked up. */
  enum ContentType {
    @JsonProperty("text/html")
    HTML("text/html"),
    @JsonProperty("text/plain")
    PLAIN("text/plain");

    private final String mediaType;

    ContentType(String mediaType) {
      this.mediaType = mediaType;
    }
  }

  /** The wording, and whom the message seems to come from. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Details(
      String subject,
      String content,
      @Nullable ContentType contentType,
      @Nullable String replyTo,
      @Nullable String sendFrom) {

    /** As connectors take it; content without a type may be HTML. */
    MessageTemplate of(String messageType) {
      ContentType type = contentType == null ? ContentType.HTML : contentType;
      return new MessageTemplate(messageType, type.mediaType, subject, content, replyTo, sendFrom);
    }
  }

  static EmailTemplate of(Row row) throws SQLException {
    return new EmailTemplate(
        new TenantId(row.text("tenant_id")),
        row.text("id"),
        row.text("language_tag"),
        Type.valueOf(row.text("template_type")),
        JsonCodec.read(row.text("details"), Details.class),
        row.instant("created_at"));
  }
}
