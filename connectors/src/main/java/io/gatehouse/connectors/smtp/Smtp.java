package io.gatehouse.connectors.smtp;

import static io.gatehouse.connectors.ConnectorError.GENERAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.EmailConnector;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.carrier.Mail;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** E-mail over SMTP (RFC 5321), one connection a message. */
public final class Smtp implements EmailConnector {
  private static final System.Logger LOG = System.getLogger(Smtp.class.getName());

  private final ConnectorMetadata metadata = ConnectorMetadata.beside(Smtp.class);

  @Override
  public ConnectorMetadata metadata() {
    return metadata;
  }

  @Override
  public void check(JsonNode config) {
    SmtpConfig.of(config);
  }

  @Override
  public void send(Message message, JsonNode json, Outside outside) {
    var config = SmtpConfig.of(json);
    var template = MessageTemplate.choose(message, config.templates());
    var mail = Mail.of(message, template, config.fromEmail(), config.replyTo());
    var letter = new Letter(mail, config.customHeaders());
    try (Socket socket = dial(config, outside)) {
      send(letter, socket, config, outside);
    } catch (AuthenticationFailedException refused) {
      throw GENERAL.exception("The mail server refuses the credentials.", refused);
    } catch (MessagingException | IOException failed) {
      throw GENERAL.exception(
          "The mail server did not take the message: " + reason(failed), failed);
    }
  }

  private static String reason(Exception failed) {
    String text = failed.getMessage();
    return text == null ? failed.getClass().getSimpleName() : text.strip();
  }

  private static Socket dial(SmtpConfig config, Outside outside) throws IOException {
    InetAddress local =
        config.localAddress() == null ? null : InetAddress.ofLiteral(config.localAddress());
    Socket socket =
        outside.dialer().dial(config.host(), config.port(), config.connectionTimeout(), local);
    socket.setSoTimeout((int) config.greetingTimeout().toMillis());
    return config.tls().implicit() ? config.tls().wrap(socket, config) : socket;
  }

  private static void send(Letter letter, Socket socket, SmtpConfig config, Outside outside)
      throws MessagingException, IOException {
    var session = Session.getInstance(properties(letter, socket, config));
    MimeMessage mime = letter.write(session, outside.clock().instant());
    var server =
        new URLName(
            "smtp",
            config.host(),
            config.port(),
            null,
            config.auth().user(),
            secret(config, outside));
    try (var transport = new SMTPTransport(session, server)) {
      transport.connect(socket);
      socket.setSoTimeout((int) config.socketTimeout().toMillis());
      transport.sendMessage(mime, mime.getAllRecipients());
      if (config.verbose()) {
        LOG.log(
            System.Logger.Level.INFO,
            "{0}:{1,number,#} {2}",
            config.host(),
            config.port(),
            transport.getLastServerResponse().strip());
      }
    }
  }

  private static String secret(SmtpConfig config, Outside outside) throws ConnectorException {
    return config.auth().secret(outside);
  }

  private static Properties properties(Letter letter, Socket socket, SmtpConfig config) {
    var properties = new Properties();
    properties.put("mail.smtp.auth", "true");
    properties.put("mail.smtp.auth.mechanisms", config.auth().mechanisms());
    properties.put("mail.smtp.localhost", introduction(socket, config));
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.from", letter.mail().from().address());
    properties.put("mail.smtp.allow8bitmime", "false");
    config.tls().configure(properties, config);
    return properties;
  }

  /** RFC 5321 §4.1.3: a host without a name introduces itself by its address in brackets. */
  private static String introduction(Socket socket, SmtpConfig config) {
    if (config.name() != null) {
      return config.name();
    }
    InetAddress local = socket.getLocalAddress();
    String address = local.getHostAddress().replaceFirst("%.*", "");
    return local instanceof Inet6Address ? "[IPv6:" + address + "]" : "[" + address + "]";
  }
}
