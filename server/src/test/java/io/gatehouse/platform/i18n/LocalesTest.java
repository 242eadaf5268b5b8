package io.gatehouse.platform.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.protocol.Spec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalesTest {
  private final Locales locales = new Locales();

  @ParameterizedTest
  @CsvSource({
    "en, en",
    "EN-us, en",
    "zh, zh-CN",
    "zh-Hans-CN, zh-CN",
    "zh-cn, zh-CN",
    "pt, pt-BR",
    "pt-PT, pt-PT",
    "uk, uk-UA",
    "ar-EG, ar",
    "fa, fa-IR",
    "zh-Hant, zh-TW",
    "zh-Hant-HK, zh-HK",
    "zh-MO, zh-HK",
    "zh-SG, zh-CN",
    "fr-CA, fr",
    "es-419, es",
    "fr-x-quebec, fr"
  })
  @Spec("RFC 4647 §3.4")
  void aTagFindsItselfAShorterFormOrASibling(String tag, String expected) {
    assertEquals(expected, locales.find(tag).orElseThrow().tag());
  }

  @Test
  void uiLocalesComeBeforeTheChoiceAndTheChoiceBeforeTheHeader() {
    assertEquals("fr", choose("nl fr en", "es", "zh", "pt"));
    assertEquals("es", choose("nl", "es", "zh", "pt"));
    assertEquals("zh-CN", choose(null, null, "nl, zh;q=0.5, fr;q=0.2", "pt"));
    assertEquals("pt-BR", choose(null, null, null, "pt-BR"));
    assertEquals("en", choose("", null, "*", null));
  }

  @Test
  @Spec("RFC 9110 §12.4.2")
  void theHeaderIsReadByItsWeights() {
    assertEquals("es", choose(null, null, "fr;q=0.3, en;q=0, es;q=0.9", null));
    assertEquals("fr", choose(null, null, "es;q=nonsense, fr;q=0.001", null));
  }

  @Test
  void anythingOddIsIgnored() {
    assertEquals("en", choose("../../etc/passwd \0 -- -", "<script>", ";;;,,,q=1", "xx"));
    assertEquals("en", choose("fr ".repeat(5000), null, "fr,".repeat(5000), null));
  }

  private String choose(
      @Nullable String uiLocales,
      @Nullable String chosen,
      @Nullable String header,
      @Nullable String fallback) {
    return locales.choose(new LanguageWish(uiLocales, chosen, header, fallback)).tag();
  }
}
