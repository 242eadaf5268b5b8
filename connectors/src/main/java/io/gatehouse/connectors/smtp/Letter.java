package io.gatehouse.connectors.smtp;

import io.gatehouse.connectors.carrier.Mail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** An e-mail as it is put on the wire, with the headers that an administrator wants in it. */
record Letter(Mail mail, Map<String, String> headers) {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  MimeMessage write(Session session, Instant now) throws MessagingException {
    var mime = new MimeMessage(session);
    for (var header : headers.entrySet()) {
      mime.setHeader(header.getKey(), header.getValue());
    }
    mime.setFrom(mail.from().internet());
    mime.setRecipient(RecipientType.TO, new InternetAddress(mail.to(), true));
    if (mail.replyTo() != null) {
      mime.setReplyTo(new InternetAddress[] {mail.replyTo().internet()});
    }
    mime.setSubject(mail.subject(), UTF_8);
    mime.setText(mail.content(), UTF_8, mail.html() ? "html" : "plain");
    mime.setSentDate(Date.from(now));
    mime.saveChanges();
    return mime;
  }
}
