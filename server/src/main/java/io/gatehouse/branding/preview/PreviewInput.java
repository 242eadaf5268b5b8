package io.gatehouse.branding.preview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.SignInExperiencePatch;
import io.gatehouse.platform.input.Input;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator is trying out.
 *
 * @param experience the settings that differ from the saved ones
 * @param customPhrases words that are not saved yet
 */
@Input
record PreviewInput(@Nullable SignInExperiencePatch experience, @Nullable Words customPhrases) {

  /** The custom phrases of a language as they would be. */
  @Input
  record Words(String languageTag, ObjectNode translation) {}
}
