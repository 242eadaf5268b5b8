package io.gatehouse.connectors.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.EmailConnector;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.Outside;

/**
 * A service that takes e-mail as JSON from whoever has a key, in the words of the tenant's
 * templates. What is its own: its address, what it calls the parts of an e-mail, and how it wants
 * to see the key.
 */
public abstract class MailApi extends Carrier<MailApi.Config> implements EmailConnector {
  private final String address;
  private final String from;
  private final String name;

  /** One that is configured with {@code fromEmail} and {@code fromName}. */
  protected MailApi(String address) {
    this(address, "fromEmail", "fromName");
  }

  /** One whose fields for the sender's address and name are called so. */
  protected MailApi(String address, String from, String name) {
    this.address = address;
    this.from = from;
    this.name = name;
  }

  /** What an administrator enters. */
  public record Config(String apiKey, Sender sender) {
    /** Without the key. */
    @Override
    public String toString() {
      return sender.from().toString();
    }
  }

  /** The e-mail as this service describes one. */
  protected abstract JsonNode write(Mail mail);

  /** The request with the key on it. */
  protected Request authorized(Request request, String apiKey) {
    return request.bearer(apiKey);
  }

  @Override
  protected final Config config(Fields in) {
    return new Config(
        in.headerText("apiKey"),
        new Sender(Mailbox.read(in, from, name), MessageTemplate.mails(in, "type")));
  }

  @Override
  protected final Request request(Message message, Config config, Outside outside) {
    JsonNode body = write(config.sender().mail(message));
    return authorized(Request.json(outside.endpoint(address), body), config.apiKey());
  }
}
