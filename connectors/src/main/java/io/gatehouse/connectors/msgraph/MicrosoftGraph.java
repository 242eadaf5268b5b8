package io.gatehouse.connectors.msgraph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.EmailConnector;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.carrier.Carrier;
import io.gatehouse.connectors.carrier.Mail;
import io.gatehouse.connectors.carrier.Mailbox;
import io.gatehouse.connectors.carrier.Sender;
import io.gatehouse.connectors.client.ClientAuthentication;
import io.gatehouse.connectors.client.Provider;
import io.gatehouse.connectors.client.TokenEndpoint;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sends e-mail from a mailbox of Microsoft 365, through Microsoft Graph, as an application.
 *
 * <p>[sendMail](https://learn.microsoft.com/en-us/graph/api/user-sendmail), [client
 * credentials](https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-client-creds-grant-flow)
 */
public final class MicrosoftGraph extends Carrier<MicrosoftGraph.Config> implements EmailConnector {

  /**
   * Microsoft's clouds, which know nothing of each other's tenants: where tokens are issued, and
   * where they are good.
   *
   * <p>[National cloud deployments](https://learn.microsoft.com/en-us/graph/deployments)
   */
  enum Cloud {
    GLOBAL("global", "https://login.microsoftonline.com", "https://graph.microsoft.com"),
    US_GOVERNMENT(
        "us-government", "https://login.microsoftonline.us", "https://graph.microsoft.us"),
    US_DEFENSE(
        "us-government-dod", "https://login.microsoftonline.us", "https://dod-graph.microsoft.us"),
    CHINA("china", "https://login.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn");

    private final String code;
    private final String login;
    private final String graph;

    Cloud(String code, String login, String graph) {
      this.code = code;
      this.login = login;
      this.graph = graph;
    }

    static Cloud read(Fields in) {
      String[] codes = Stream.of(values()).map(cloud -> cloud.code).toArray(String[]::new);
      String chosen = in.choice("cloud", codes);
      return Stream.of(values())
          .filter(cloud -> cloud.code.equals(chosen))
          .findFirst()
          .orElse(GLOBAL);
    }
  }

  /** What an administrator enters. */
  record Config(
      Cloud cloud, String tenantId, String clientId, String clientSecret, Sender sender) {}

  @Override
  protected Config config(Fields in) {
    String tenant = in.text("tenantId");
    if (!tenant.matches("[\\w.-]*")) {
      in.refuse("tenantId", "Must be the tenant's ID or domain.");
    }
    return new Config(
        Cloud.read(in),
        tenant,
        in.text("clientId"),
        in.text("clientSecret"),
        new Sender(Mailbox.read(in, "fromEmail"), MessageTemplate.mails(in, "type")));
  }

  @Override
  protected Request request(Message message, Config config, Outside outside) {
    Mail mail = config.sender().mail(message);
    var body = JsonNodeFactory.instance.objectNode().put("saveToSentItems", false);
    ObjectNode letter = body.putObject("message").put("subject", mail.subject());
    letter
        .putObject("body")
        .put("contentType", mail.html() ? "HTML" : "Text")
        .put("content", mail.content());
    letter.putArray("toRecipients").add(recipient(mail.to()));
    if (mail.replyTo() != null) {
      letter.putArray("replyTo").add(recipient(mail.replyTo().address()));
    }
    URI mailbox =
        outside.endpoint(
            config.cloud().graph
                + "/v1.0/users/"
                + URLEncoder.encode(mail.from().address(), UTF_8)
                + "/sendMail");
    return Request.json(mailbox, body).bearer(token(config, outside));
  }

  private static ObjectNode recipient(String address) {
    var recipient = JsonNodeFactory.instance.objectNode();
    recipient.putObject("emailAddress").put("address", address);
    return recipient;
  }

  private static String token(Config config, Outside outside) {
    var endpoint =
        outside.endpoint(config.cloud().login + "/" + config.tenantId() + "/oauth2/v2.0/token");
    var client = new ClientAuthentication.Post(config.clientId(), config.clientSecret());
    return new TokenEndpoint(endpoint, client, Provider.Failures.GENERAL)
        .tokens(
            Map.of("grant_type", "client_credentials", "scope", config.cloud().graph + "/.default"),
            outside)
        .accessToken();
  }
}
