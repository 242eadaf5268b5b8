package io.gatehouse.platform.i18n;

import java.util.Locale;

/**
 * Which phrases: those of the hosted pages, the texts of the error catalogue, or what kinds of
 * identity providers are called.
 */
public enum PhraseGroup {
  SIGNIN,
  ERROR,
  PROVIDER;

  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
