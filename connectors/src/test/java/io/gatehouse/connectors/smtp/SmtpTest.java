package io.gatehouse.connectors.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.Loopback;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.connectors.SocialTrip;
import io.gatehouse.connectors.StandIn;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpTest {
  private static final String LOGIN = "'auth':{'type':'login','user':'me@x.y','pass':'pä ss'}";

  private MailSink sink = new MailSink();

  @AfterEach
  void stop() {
    sink.close();
  }

  private ObjectNode config(String more) {
    var config =
        (ObjectNode)
            SocialTrip.json(
                """
                {'host':'localhost','fromEmail':'Gate häuser <gate@example.com>','socketTimeout':2000,
                 'templates':[
                  {'usageType':'SignIn','contentType':'text/html','subject':'Hi {{user.name}}','content':'<b>{{user.name}}</b> {{code}} ü'},
                  {'usageType':'Register','contentType':'text/plain','subject':'r','content':'r'},
                  {'usageType':'ForgotPassword','contentType':'text/plain','subject':'f','content':'f'},
                  {'usageType':'Generic','contentType':'text/plain','subject':'Code','content':'.{{code}}'}]}\
                """);
    config.put("port", sink.port());
    config.setAll((ObjectNode) SocialTrip.json("{" + LOGIN + "}"));
    return config.setAll((ObjectNode) SocialTrip.json(more.isEmpty() ? "{}" : "{" + more + "}"));
  }

  private static Message message(String type) {
    return message("ada@example.com", type, "Ada & Co");
  }

  private static Message message(String to, String type, String name) {
    var payload = (ObjectNode) SocialTrip.json("{'code':'123456'}");
    payload.putObject("user").put("name", name);
    return new Message(to, type, payload);
  }

  private void send(Message message, ObjectNode config) {
    new Smtp().send(message, config, Loopback.outside(URI.create("http://127.0.0.1:1")));
  }

  private ConnectorException failing(Message message, ObjectNode config) {
    return assertThrows(ConnectorException.class, () -> send(message, config));
  }

  private MimeMessage received() throws MessagingException {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(sink.message().getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void theTemplateOfTheTypeIsSentWithEscapedValues() throws MessagingException, IOException {
    send(message("SignIn"), config(""));
    var mail = received();
    assertEquals("Hi Ada & Co", mail.getSubject());
    assertEquals("<b>Ada &amp; Co</b> 123456 ü", mail.getContent().toString().strip());
    assertTrue(mail.getContentType().startsWith("text/html; charset=UTF-8"));
    assertEquals("Gate häuser", ((InternetAddress) mail.getFrom()[0]).getPersonal());
    assertEquals("ada@example.com", mail.getAllRecipients()[0].toString());
    assertEquals(Loopback.NOW, mail.getSentDate().toInstant());
    assertTrue(mail.getMessageID().endsWith("@example.com>"), mail.getMessageID());
    assertTrue(sink.commands().contains("MAIL FROM:<gate@example.com>"), sink.commands()::toString);
  }

  @Test
  void typesWithoutTemplateUseTheGenericOne() throws MessagingException, IOException {
    send(message("BindMfa"), config(""));
    assertEquals("Code", received().getSubject());
    assertEquals(".123456", received().getContent().toString().strip());
    assertTrue(received().getContentType().startsWith("text/plain"));
  }

  @Test
  void theTenantsOwnTemplateDecidesSenderAndReplies() throws MessagingException, IOException {
    var template =
        new MessageTemplate(
            "SignIn",
            "text/plain",
            "Own",
            "own {{code}}",
            "{{user.name}} <r@x.y>",
            "Team {{user.name}}");
    var base = message("ada@example.com", "SignIn", "Ada");
    send(
        new Message(base.to(), "SignIn", base.payload(), null, template),
        config("'replyTo':'other@x.y'"));
    var mail = received();
    assertEquals("own 123456", mail.getContent().toString().strip());
    assertEquals("Team Ada <gate@example.com>", mail.getFrom()[0].toString());
    assertEquals("Ada <r@x.y>", mail.getReplyTo()[0].toString());
  }

  @Test
  void repliesAndCustomHeadersAreThoseOfTheConfiguration() throws MessagingException {
    send(
        message("SignIn"),
        config("'replyTo':'help@x.y','customHeaders':{'X-Entity':'7'},'name':'gate.example'"));
    assertEquals("help@x.y", received().getReplyTo()[0].toString());
    assertEquals("7", received().getHeader("X-Entity")[0]);
    assertEquals("EHLO gate.example", sink.commands().getFirst());
  }

  @Test
  void userAndPasswordAreShown() {
    send(message("SignIn"), config(""));
    String pair =
        Base64.getEncoder()
            .encodeToString("me@x.y\0me@x.y\0pä ss".getBytes(StandardCharsets.UTF_8));
    assertTrue(sink.commands().contains("AUTH PLAIN " + pair), sink.commands()::toString);
    assertTrue(sink.commands().getFirst().startsWith("EHLO ["), sink.commands()::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada\r\nBcc: all@example.com",
        "Ada\nBcc: all@example.com",
        "Ada\rBcc: all@example.com",
        "Ada\u0000",
      })
  void aLineBreakInAHeaderIsRefused(String name) {
    var failure = failing(message("ada@example.com", "SignIn", name), config(""));
    assertEquals("connector.invalid_request_parameters", failure.code());
    assertTrue(sink.messages().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.c\r\nRCPT TO:<d@e.f>",
        "a@b.c, d@e.f",
        "everybody: a@b.c;",
        "nobody",
        "",
        "Ada <a@b.c>",
        "<a@b.c> x"
      })
  void aRecipientIsOnePlainAddress(String to) {
    assertEquals(
        "connector.invalid_request_parameters",
        failing(message(to, "SignIn", "Ada"), config("")).code());
    assertTrue(sink.commands().isEmpty(), sink.commands()::toString);
  }

  @Test
  void whatTheServerRefusesIsAGeneralError() {
    sink.recipientAnswer("550 5.1.1 no such box");
    var unknown = failing(message("SignIn"), config(""));
    assertEquals("connector.general", unknown.code());
    sink.authAnswer("535 5.7.8 no");
    var credentials = failing(message("SignIn"), config(""));
    assertEquals("The mail server refuses the credentials.", credentials.description());
    assertFalse(String.valueOf(credentials.data()).contains("pä ss"));
    sink.greeting("554 go away");
    assertEquals("connector.general", failing(message("SignIn"), config("")).code());
    sink.close();
    assertEquals("connector.general", failing(message("SignIn"), config("")).code());
  }

  @Test
  void aServerThatDoesNotGreetIsGivenUp() throws IOException {
    try (var mute = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      var config = config("'greetingTimeout':200").put("port", mute.getLocalPort());
      long start = System.nanoTime();
      assertEquals("connector.general", failing(message("SignIn"), config).code());
      assertTrue(System.nanoTime() - start < 5_000_000_000L);
    }
  }

  private String tls(String more, String ca) {
    return "'tls':{'ca':'" + ca.replace("\n", "\\n") + "'" + more + "}";
  }

  private SelfSigned encrypted(Path folder, boolean implicit)
      throws IOException, InterruptedException, GeneralSecurityException {
    var certificate = SelfSigned.in(folder);
    sink.close();
    sink = new MailSink(certificate.context(), implicit);
    return certificate;
  }

  @Test
  void theConnectionIsUpgradedWhenTheServerOffersIt(@TempDir Path folder) throws Exception {
    String ca = encrypted(folder, false).pem();
    send(message("SignIn"), config(tls("", ca)));
    assertEquals("STARTTLS", sink.commands().get(1));
    assertTrue(sink.commands().get(2).startsWith("EHLO"));
    assertEquals(
        "connector.general",
        failing(message("SignIn"), config("")).code(),
        "an unknown certificate");
    assertEquals(
        "connector.general",
        failing(message("SignIn"), config(tls(",'servername':'other.example'", ca))).code());
    send(
        message("SignIn"),
        config("'servername':'mail.example'," + tls(",'minVersion':'TLSv1.3'", ca)));
    send(message("SignIn"), config("'tls':{'rejectUnauthorized':false}"));
    assertEquals(3, sink.messages().size());
  }

  @Test
  void theUpgradeCanBeForbiddenAndDemanded(@TempDir Path folder) throws Exception {
    assertEquals(
        "connector.general", failing(message("SignIn"), config("'requireTLS':true")).code());
    encrypted(folder, false);
    send(message("SignIn"), config("'ignoreTLS':true"));
    assertFalse(sink.commands().contains("STARTTLS"));
  }

  @Test
  void theConnectionIsEncryptedFromTheFirstByteWhenSecure(@TempDir Path folder) throws Exception {
    String ca = encrypted(folder, true).pem();
    send(message("SignIn"), config("'secure':true," + tls("", ca)));
    assertEquals(1, sink.messages().size());
    assertEquals("connector.general", failing(message("SignIn"), config("'secure':true")).code());
  }

  @Test
  void accessTokensAreShownAndRenewed() throws GeneralSecurityException {
    try (var provider =
        new StandIn().json("/token", "{\"access_token\":\"fresh\",\"token_type\":\"Bearer\"}")) {
      String url = provider.uri("/token").toString();
      assertEquals("given", tokenShown("'accessToken':'given'", provider));
      String refresh =
          "'clientId':'c','clientSecret':'s','refreshToken':'r','accessUrl':'" + url + "'";
      assertEquals("fresh", tokenShown(refresh, provider));
      assertEquals("r", provider.asked("/token").form().get("refresh_token"));
      assertEquals(
          "given",
          tokenShown(refresh + ",'accessToken':'given','expires':9999999999999", provider));
      assertEquals("fresh", tokenShown(refresh + ",'accessToken':'given','expires':1", provider));
      var key = KeyPairGenerator.getInstance("RSA").generateKeyPair();
      String pem =
          "-----BEGIN PRIVATE KEY-----\\n"
              + Base64.getEncoder().encodeToString(key.getPrivate().getEncoded())
              + "\\n-----END PRIVATE KEY-----\\n";
      assertEquals(
          "fresh",
          tokenShown(
              "'serviceClient':'svc','privateKey':'" + pem + "','accessUrl':'" + url + "'",
              provider));
      assertEquals(
          "urn:ietf:params:oauth:grant-type:jwt-bearer",
          provider.asked("/token").form().get("grant_type"));
    }
  }

  private @Nullable String tokenShown(String auth, StandIn provider) {
    sink.commands().clear();
    var config = config("'auth':{'type':'OAuth2','user':'me@x.y'," + auth + "}");
    new Smtp().send(message("SignIn"), config, provider.outside());
    return sink.commands().stream()
        .filter(line -> line.startsWith("AUTH XOAUTH2 "))
        .map(line ->
            new String(Base64.getDecoder().decode(line.split(" ")[2]), StandardCharsets.UTF_8))
        .map(text -> text.replaceAll("(?s).*Bearer (\\w+).*", "$1"))
        .findFirst()
        .orElse(null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'port':'25'",
        "'port':0",
        "'host':'a b'",
        "'auth':null",
        "'auth':{'type':'kerberos'}",
        "'auth':{'type':'login','user':'u'}",
        "'auth':{'type':'OAuth2','user':'u','accessUrl':'x','accessToken':'t'}",
        "'auth':{'type':'OAuth2','user':'u','serviceClient':'s','privateKey':'nonsense'}",
        "'fromEmail':'nobody'",
        "'fromEmail':'a@b.c\\nBcc: d@e.f'",
        "'replyTo':'x'",
        "'templates':[]",
        "'templates':{}",
        "'customHeaders':{'X-A':'b\\nBcc: c'}",
        "'customHeaders':{'X A':'b'}",
        "'secure':'yes'",
        "'tls':{'minVersion':'SSLv3'}",
        "'connectionTimeout':-1",
        "'localAddress':'host.name'",
      })
  void faultsOfTheConfigurationAreRefused(String more) {
    var config = config(more);
    var failure = assertThrows(ConnectorException.class, () -> new Smtp().check(config));
    assertEquals("connector.invalid_config", failure.code());
    assertEquals(1, SocialTrip.data(failure).path("issues").size(), failure.getMessage());
  }

  @Test
  void theFormsOwnDefaultsMakeAConfigurationOnceTheBlanksAreFilled() {
    var config = config("");
    for (var item : new Smtp().metadata().formItems()) {
      if (item.defaultValue() != null) {
        config.set(item.key(), item.defaultValue());
      }
    }
    new Smtp().check(config);
  }
}
