package io.gatehouse.oidc.backchannel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.message.Messages;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.i18n.LanguageWish;
import io.gatehouse.platform.i18n.Locales;
import io.gatehouse.platform.i18n.PhraseGroup;
import io.gatehouse.platform.i18n.Phrases;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells people by e-mail that an application waits for them. */
@Singleton
class BackchannelMail {
  /** What connectors that know several kinds of messages call it. */
  private static final String TYPE = "SignInRequest";

  private final Messages messages;
  private final SignInExperiences experiences;
  private final Phrases phrases;
  private final Locales locales;

  BackchannelMail(
      Messages messages, SignInExperiences experiences, Phrases phrases, Locales locales) {
    this.messages = messages;
    this.experiences = experiences;
    this.phrases = phrases;
    this.locales = locales;
  }

  /**
   * What it says.
   *
   * @param message what the application shows as well, so that people can compare
   * @param uiLocales in which languages the application thinks the person reads
   */
  record Letter(
      String client,
      String link,
      @Nullable String message,
      @Nullable String uiLocales,
      @Nullable String ip) {}

  /**
   * Sends it.
   *
   * @param delivered false to only count, and to take as long, so that nobody can tell the
   *     difference
   */
  void send(Tenant tenant, String to, Letter letter, boolean delivered) {
    String fallback = experiences.of(tenant.id()).languageInfo().fallbackLanguage();
    Language language = locales.choose(new LanguageWish(letter.uiLocales(), null, null, fallback));
    ObjectNode payload =
        JsonCodec.object()
            .put("client", letter.client())
            .put("link", letter.link())
            .put("message", letter.message() == null ? "" : letter.message())
            .put("locale", language.tag());
    messages.send(
        tenant.id(),
        new Messages.Email(to, TYPE, payload, letter.ip()),
        words(language, letter.message() != null),
        delivered);
  }

  private MessageTemplate words(Language language, boolean message) {
    Map<String, String> places =
        Map.of("client", "{{client}}", "link", "{{link}}", "message", "{{message}}");
    String text = "backchannel.mail." + (message ? "text_with_message" : "text");
    return new MessageTemplate(
        TYPE,
        "text/plain",
        phrases.text(PhraseGroup.SIGNIN, language, "backchannel.mail.subject", places),
        phrases.text(PhraseGroup.SIGNIN, language, text, places));
  }
}
