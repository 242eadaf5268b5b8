package io.gatehouse.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.guard.MessageRateLimit;
import io.gatehouse.message.template.EmailTemplates;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends messages to people, within the limit of messages to one recipient. */
@Singleton
public class Messages {
  private final Carriers carriers;
  private final MessageRateLimit limit;
  private final EmailTemplates templates;
  private final Pace pace;

  Messages(Carriers carriers, MessageRateLimit limit, EmailTemplates templates, Pace pace) {
    this.carriers = carriers;
    this.limit = limit;
    this.templates = templates;
    this.pace = pace;
  }

  /**
   * A one-time code on its way.
   *
   * @param type what it is about: {@code SignIn}, {@code Register}…
   * @param locales the reader's languages, most wanted first
   * @param ip who asked for it
   * @param context what its template may name besides
   */
  public record Code(
      Identifier to,
      String type,
      String code,
      List<String> locales,
      @Nullable String ip,
      ObjectNode context) {
    public Code {
      locales = List.copyOf(locales);
    }
  }

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
    String locale = email.payload().path("locale").textValue();
    Message message =
        new Message(
            email.to(),
            email.type(),
            email.payload(),
            email.ip(),
            wording(tenant, email.type(), locale == null ? List.of() : List.of(locale)));
    limit.send(tenant, email.to(), () -> carriers.sendEmail(tenant, message));
  }

  /**
   * Sends an e-mail in the tenant's words, or where it has none in these.
   *
   * @param delivered false to only count, and to take as long: nobody is told, and nobody can tell
   *     the difference
   */
  public void send(TenantId tenant, Email email, MessageTemplate words, boolean delivered) {
    if (!carriers.email(tenant)) {
      throw MessageError.NO_CONNECTOR.exception();
    }
    String locale = email.payload().path("locale").asText();
    MessageTemplate chosen = templates.own(tenant, email.type(), List.of(locale)).orElse(words);
    Message message = new Message(email.to(), email.type(), email.payload(), email.ip(), chosen);
    limit.send(
        tenant,
        email.to(),
        () -> {
          if (delivered) {
            pace.keep(tenant, true, () -> carriers.sendEmail(tenant, message));
          } else {
            pace.pretend(tenant, true);
          }
        });
  }

  /**
   * Sends the code.
   *
   * @param delivered false to only count, and to take as long: nobody is told, and nobody can tell
   *     the difference
   */
  public void send(TenantId tenant, Code code, boolean delivered) {
    requireCarrier(tenant, code.to());
    boolean email = code.to().type() == IdentifierType.EMAIL;
    limit.send(
        tenant,
        code.to().value(),
        () -> {
          if (delivered) {
            pace.keep(tenant, email, () -> hand(tenant, code));
          } else {
            pace.pretend(tenant, email);
          }
        });
  }

  /**
   * Sends a code that is made only within the limit, and is kept when nothing could carry it.
   *
   * @param made makes and keeps the code
   */
  public void send(TenantId tenant, Identifier to, Supplier<Code> made) {
    limit.send(
        tenant,
        to.value(),
        () -> {
          Code code = made.get();
          requireCarrier(tenant, to);
          hand(tenant, code);
        });
  }

  private void requireCarrier(TenantId tenant, Identifier to) {
    if (!(to.type() == IdentifierType.EMAIL ? carriers.email(tenant) : carriers.sms(tenant))) {
      throw MessageError.NO_CONNECTOR.exception();
    }
  }

  private void hand(TenantId tenant, Code code) {
    ObjectNode payload = JsonCodec.object().put("code", code.code());
    code.locales().stream().findFirst().ifPresent(locale -> payload.put("locale", locale));
    payload.setAll(code.context());
    String to = code.to().value();
    if (code.to().type() == IdentifierType.EMAIL) {
      MessageTemplate own = wording(tenant, code.type(), code.locales());
      carriers.sendEmail(tenant, new Message(to, code.type(), payload, code.ip(), own));
    } else {
      carriers.sendSms(tenant, new Message(to, code.type(), payload, code.ip(), null));
    }
  }

  private @Nullable MessageTemplate wording(TenantId tenant, String type, List<String> locales) {
    return templates.choose(tenant, type, locales).orElse(null);
  }
}
