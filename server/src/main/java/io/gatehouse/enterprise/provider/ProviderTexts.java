package io.gatehouse.enterprise.provider;

import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.i18n.Locales;
import io.gatehouse.platform.i18n.PhraseGroup;
import io.gatehouse.platform.i18n.Phrases;
import jakarta.inject.Singleton;
import java.util.List;

/** What the kinds of providers are called in the reader's language. */
@Singleton
public class ProviderTexts {
  private final Phrases phrases;
  private final Locales locales;

  ProviderTexts(Phrases phrases, Locales locales) {
    this.phrases = phrases;
    this.locales = locales;
  }

  /** The name. */
  public String name(Provider provider, List<String> languages) {
    return text(provider, "name", languages);
  }

  /** One sentence about it. */
  String description(Provider provider, List<String> languages) {
    return text(provider, "description", languages);
  }

  private String text(Provider provider, String what, List<String> languages) {
    Language language =
        languages.stream()
            .flatMap(tag -> locales.find(tag).stream())
            .findFirst()
            .orElse(Language.ENGLISH);
    return phrases.text(PhraseGroup.PROVIDER, language, provider.key() + "." + what);
  }
}
