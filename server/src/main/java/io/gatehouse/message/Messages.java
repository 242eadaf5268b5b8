package io.gatehouse.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.connectors.Message;
import io.gatehouse.guard.MessageRateLimit;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Sends messages to people, within the limit of messages to one recipient. */
@Singleton
public class Messages {
  private final Carriers carriers;
  private final MessageRateLimit limit;

  Messages(Carriers carriers, MessageRateLimit limit) {
    this.carriers = carriers;
    this.limit = limit;
  }

  /**
   * A one-time code on its way.
   *
   * @param type what it is about: {@code SignIn}, {@code Register}…
   * @param locale the reader's language
   * @param ip who asked for it
   */
  public record Code(Identifier to, String type, String code, String locale, @Nullable String ip) {}

  /**
   * An e-mail that is no code.
   *
   * @param type what it is about: {@code OrganizationInvitation}…
   * @param payload what its template may name
   * @param ip who asked for it
   */
  public record Email(String to, String type, ObjectNode payload, @Nullable String ip) {}

  /** Sends an e-mail that is no code. */
  public void send(TenantId tenant, Email email) {
    if (!carriers.email(tenant)) {
      throw MessageError.NO_CONNECTOR.exception();
    }
    Message message = new Message(email.to(), email.type(), email.payload(), email.ip(), null);
    limit.send(tenant, email.to(), () -> carriers.sendEmail(tenant, message));
  }

  /**
   * Sends the code.
   *
   * @param delivered false to only count: nobody is told, and nobody can tell the difference
   */
  public void send(TenantId tenant, Code code, boolean delivered) {
    boolean email = code.to().type() == IdentifierType.EMAIL;
    if (!(email ? carriers.email(tenant) : carriers.sms(tenant))) {
      throw MessageError.NO_CONNECTOR.exception();
    }
    ObjectNode payload = JsonCodec.object().put("code", code.code()).put("locale", code.locale());
    Message message = new Message(code.to().value(), code.type(), payload, code.ip(), null);
    limit.send(
        tenant,
        code.to().value(),
        () -> {
          if (!delivered) {
            return;
          }
          if (email) {
            carriers.sendEmail(tenant, message);
          } else {
            carriers.sendSms(tenant, message);
          }
        });
  }
}
