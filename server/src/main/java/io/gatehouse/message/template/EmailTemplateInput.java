package io.gatehouse.message.template;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A wording to be written, in the place of what is there for its language and type. */
@Input
record EmailTemplateInput(
    @Size(min = 1, max = 16) String languageTag, EmailTemplate.Type templateType, Details details) {

  /** Whether it takes the place of the template. */
  boolean replaces(EmailTemplate old) {
    return old.languageTag().equals(languageTag) && old.templateType() == templateType;
  }

  /** The whole wording. */
  @Input
  record Details(
      String subject,
      String content,
      EmailTemplate.@Nullable ContentType contentType,
      @Nullable String replyTo,
      @Nullable String sendFrom) {
    EmailTemplate.Details whole() {
      return new EmailTemplate.Details(subject, content, contentType, replyTo, sendFrom);
    }
  }

  /** Several of them. */
  @Input
  record Several(@Size(min = 1, max = 500) List<EmailTemplateInput> templates) {}

  /** What changes of a wording. */
  @Input
  record Patch(
      @Nullable String subject,
      @Nullable String content,
      EmailTemplate.@Nullable ContentType contentType,
      @Nullable String replyTo,
      @Nullable String sendFrom) {
    EmailTemplate.Details applyTo(EmailTemplate.Details before) {
      return new EmailTemplate.Details(
          subject == null ? before.subject() : subject,
          content == null ? before.content() : content,
          contentType == null ? before.contentType() : contentType,
          replyTo == null ? before.replyTo() : replyTo,
          sendFrom == null ? before.sendFrom() : sendFrom);
    }
  }
}
