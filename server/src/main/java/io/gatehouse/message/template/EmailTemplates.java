package io.gatehouse.message.template;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.connectors.MessageTemplate;
import io.gatehouse.message.template.EmailTemplateStore.Filter;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that can be done with e-mail templates. */
@Singleton
public class EmailTemplates {
  private static final String TOPIC = "email_templates";
  private static final String NOUN = "email_template";

  private final EmailTemplateStore store;
  private final AdminChanges changes;
  private final SignInExperiences experiences;
  private final InstantSource clock;
  private final TenantCache<String, List<EmailTemplate>> cache;

  EmailTemplates(
      EmailTemplateStore store,
      AdminChanges changes,
      SignInExperiences experiences,
      Invalidations invalidations,
      InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.experiences = experiences;
    this.clock = clock;
    this.cache = new TenantCache<>(invalidations, 1_000, TOPIC);
  }

  /**
   * The wording of a message: of its type in a language that the reader wants, else in the
   * tenant's, else the generic one in the tenant's. Languages are taken as they are written: who
   * wants {@code fr-CA} alone does not get {@code fr}.
   *
   * @param locales most wanted first, as BCP 47 tags
   */
  public Optional<MessageTemplate> choose(
      TenantId tenant, String messageType, List<String> locales) {
    return choose(tenant, messageType, locales, true);
  }

  /** The same for a message without a code, of which the generic template would say nothing. */
  public Optional<MessageTemplate> own(TenantId tenant, String messageType, List<String> locales) {
    return choose(tenant, messageType, locales, false);
  }

  private Optional<MessageTemplate> choose(
      TenantId tenant, String messageType, List<String> locales, boolean generic) {
    List<EmailTemplate> all =
        cache.get(
            tenant, "", () -> store.list(tenant, new Filter(Optional.empty(), Optional.empty())));
    if (all.isEmpty()) {
      return Optional.empty();
    }
    String fallback = experiences.of(tenant).languageInfo().fallbackLanguage();
    return Stream.concat(
            locales.stream().map(locale -> find(all, messageType, locale)),
            Stream.of(
                find(all, messageType, fallback),
                generic
                    ? find(all, EmailTemplate.Type.Generic.name(), fallback)
                    : Optional.<EmailTemplate>empty()))
        .flatMap(Optional::stream)
        .findFirst()
        .map(found -> found.details().of(messageType));
  }

  private static Optional<EmailTemplate> find(
      List<EmailTemplate> all, String type, String language) {
    return all.stream()
        .filter(each ->
            each.templateType().name().equals(type)
                && each.languageTag().equalsIgnoreCase(language))
        .findFirst();
  }

  List<EmailTemplate> list(TenantId tenant, Filter filter) {
    return store.list(tenant, filter);
  }

  EmailTemplate get(TenantId tenant, String id) {
    return store.find(tenant, id).orElseThrow(() -> missing(id));
  }

  /** Writes all of them, or none. */
  List<EmailTemplate> put(TenantId tenant, Actor actor, List<EmailTemplateInput> inputs) {
    List<EmailTemplate> before =
        list(tenant, Filter.NONE).stream()
            .filter(old -> inputs.stream().anyMatch(input -> input.replaces(old)))
            .toList();
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> inputs.stream().map(input -> store.put(tenant, input, clock.instant())).toList(),
        written -> new AdminChange(NOUN + ".written", NOUN, null, before, written));
  }

  EmailTemplate change(TenantId tenant, Actor actor, String id, EmailTemplateInput.Patch patch) {
    EmailTemplate before = get(tenant, id);
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> {
          EmailTemplate locked = store.lock(tenant, id).orElseThrow(() -> missing(id));
          return store.write(tenant, id, patch.applyTo(locked.details()));
        },
        after -> AdminChange.updated(NOUN, id, before, after));
  }

  void delete(TenantId tenant, Actor actor, String id) {
    EmailTemplate before = get(tenant, id);
    changes.make(
        tenant,
        actor,
        TOPIC,
        AdminChange.deleted(NOUN, id, before),
        () -> {
          if (!store.delete(tenant, id)) {
            throw missing(id);
          }
        });
  }

  /** Deletes what the filter means, and says how many that were. */
  int delete(TenantId tenant, Actor actor, Filter filter) {
    if (filter.isEmpty()) {
      throw EmailTemplateError.NO_FILTER.exception();
    }
    List<EmailTemplate> before = list(tenant, filter);
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> store.delete(tenant, filter),
        deleted -> new AdminChange(NOUN + ".deleted", NOUN, null, before, null));
  }

  private static RuntimeException missing(String id) {
    return EntityError.missing("email_templates", id);
  }
}
