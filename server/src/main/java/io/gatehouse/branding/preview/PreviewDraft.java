package io.gatehouse.branding.preview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.phrase.LanguageTag;
import io.gatehouse.branding.phrase.PhraseTree;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.json.JsonCodec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settings to be looked at, complete.
 *
 * @param languageTag the language whose words are tried out too
 */
public record PreviewDraft(
    SignInExperience experience, @Nullable String languageTag, @Nullable ObjectNode translation) {

  /** The words that are tried out in a language, where there are any. */
  public Optional<Map<String, String>> words(String language) {
    return language.equals(languageTag) && translation != null
        ? Optional.of(PhraseTree.flat(translation))
        : Optional.empty();
  }

  /** The language that is tried out, which the tenant's pages need not speak yet. */
  public List<Language> languages() {
    return languageTag == null ? List.of() : List.of(LanguageTag.language(languageTag));
  }

  ObjectNode json() {
    ObjectNode json = JsonCodec.object();
    json.set("experience", JsonCodec.mapper().valueToTree(experience));
    return json.put("languageTag", languageTag).set("translation", translation);
  }

  static PreviewDraft of(ObjectNode json) {
    return new PreviewDraft(
        SignInExperience.of((ObjectNode) json.path("experience")),
        json.path("languageTag").textValue(),
        json.path("translation") instanceof ObjectNode tree ? tree : null);
  }
}
