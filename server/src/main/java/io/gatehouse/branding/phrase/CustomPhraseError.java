package io.gatehouse.branding.phrase;

import io.gatehouse.platform.error.ErrorCode;

/** What can be wrong with custom phrases. */
enum CustomPhraseError implements ErrorCode {
  CANNOT_DELETE_DEFAULT_LANGUAGE("cannot_delete_default_language", 409),
  INVALID_TRANSLATION_STRUCTURE("invalid_translation_structure", 422);

  private final String name;
  private final int status;

  CustomPhraseError(String name, int status) {
    this.name = name;
    this.status = status;
  }

  @Override
  public String code() {
    return "localization." + name;
  }

  @Override
  public int status() {
    return status;
  }
}
