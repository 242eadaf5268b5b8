package io.gatehouse.branding.phrase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.i18n.Locales;
import io.gatehouse.platform.i18n.PhraseGroup;
import io.gatehouse.platform.i18n.Phrases;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tenants' own words, and the languages that they add. */
@Singleton
public class CustomPhrases {
  /** The topic under which changes are announced. */
  public static final String TOPIC = "custom_phrases";

  private static final String NOUN = "custom_phrase";

  private final CustomPhraseStore store;
  private final AdminChanges changes;
  private final Locales locales;
  private final ObjectNode model;
  private final TenantCache<String, Map<String, Map<String, String>>> cache;

  CustomPhrases(
      CustomPhraseStore store,
      AdminChanges changes,
      Invalidations invalidations,
      Locales locales,
      Phrases phrases) {
    this.store = store;
    this.changes = changes;
    this.locales = locales;
    this.model = PhraseTree.of(phrases.all(PhraseGroup.SIGNIN, Language.ENGLISH));
    this.cache = new TenantCache<>(invalidations, 1_000, TOPIC);
  }

  /** The tenant's texts in a language by their keys, from the cache. */
  public Map<String, String> in(TenantId tenant, Language language) {
    return cached(tenant).getOrDefault(language.tag(), Map.of());
  }

  /** The languages that pages of this tenant can speak: the product's, then those it added. */
  public Locales languages(TenantId tenant) {
    return locales.with(cached(tenant).keySet().stream().map(LanguageTag::language).toList());
  }

  /** The same, to be shown, with the tags that could be added. */
  SpokenLanguages spoken(TenantId tenant) {
    List<SpokenLanguages.Spoken> languages =
        languages(tenant).supported().stream()
            .map(each ->
                new SpokenLanguages.Spoken(
                    each.tag(), each.name(), locales.supported().contains(each)))
            .toList();
    List<String> addable =
        LanguageTag.known().stream()
            .filter(tag -> languages.stream().noneMatch(each -> each.tag().equals(tag)))
            .toList();
    return new SpokenLanguages(languages, addable);
  }

  List<CustomPhrase> list(TenantId tenant) {
    return store.all(tenant);
  }

  /** The phrases of a language, or the end of the request. */
  CustomPhrase get(TenantId tenant, LanguageTag tag) {
    return find(tenant, tag).orElseThrow(EntityError.NOT_FOUND::exception);
  }

  private Optional<CustomPhrase> find(TenantId tenant, LanguageTag tag) {
    return list(tenant).stream().filter(each -> each.languageTag().equals(tag.value())).findFirst();
  }

  /** Replaces the phrases of a language. */
  CustomPhrase put(TenantId tenant, Actor actor, LanguageTag tag, JsonNode body) {
    ObjectNode translation = accepted(body);
    Optional<CustomPhrase> before = find(tenant, tag);
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> store.put(tenant, Ids.standardId(), tag.value(), translation),
        made ->
            before
                .map(old -> AdminChange.updated(NOUN, tag.value(), old, made))
                .orElseGet(() -> AdminChange.created(NOUN, tag.value(), made)));
  }

  void delete(TenantId tenant, Actor actor, LanguageTag tag) {
    Object before = find(tenant, tag).<Object>map(old -> old).orElseGet(JsonCodec::object);
    changes.make(
        tenant,
        actor,
        TOPIC,
        AdminChange.deleted(NOUN, tag.value(), before),
        () -> {
          CustomPhraseStore.Deletion deletion = store.delete(tenant, tag.value());
          if (deletion.fallback()) {
            throw CustomPhraseError.CANNOT_DELETE_DEFAULT_LANGUAGE.exception(
                Map.of("languageTag", tag.value()));
          }
          if (!deletion.gone()) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  /**
   * The tree without what it leaves empty; one that does not fit the product's ends the request.
   */
  public ObjectNode accepted(JsonNode body) {
    Issues issues = new Issues();
    onlyTexts(body, issues);
    issues.throwIfAny("body");
    ObjectNode translation = PhraseTree.withoutEmpty((ObjectNode) body);
    if (!PhraseTree.fits(translation, model)) {
      throw CustomPhraseError.INVALID_TRANSLATION_STRUCTURE.exception();
    }
    return translation;
  }

  private static void onlyTexts(JsonNode node, Issues issues) {
    if (!node.isObject()) {
      issues.wrongType("object", node);
      return;
    }
    for (var member : node.properties()) {
      if (member.getValue().isObject()) {
        onlyTexts(member.getValue(), issues.at(member.getKey()));
      } else if (!member.getValue().isTextual()) {
        issues.at(member.getKey()).wrongType("string", member.getValue());
      }
    }
  }

  private Map<String, Map<String, String>> cached(TenantId tenant) {
    return cache.get(
        tenant,
        "",
        () -> {
          Map<String, Map<String, String>> byTag = new LinkedHashMap<>();
          store
              .all(tenant)
              .forEach(each -> byTag.put(each.languageTag(), PhraseTree.flat(each.translation())));
          return byTag;
        });
  }
}
