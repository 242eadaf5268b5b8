package io.gatehouse.platform.i18n;

import java.util.Locale;

/** Which phrases: those of the hosted pages, of e-mails, or the texts of the error catalogue. */
public enum PhraseGroup {
  SIGNIN,
  EMAIL,
  ERROR;

  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
