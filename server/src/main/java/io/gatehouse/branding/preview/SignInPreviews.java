package io.gatehouse.branding.preview;

import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.branding.phrase.CustomPhrases;
import io.gatehouse.branding.phrase.LanguageTag;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.TenantResolver;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Drafts of sign-in settings that can be looked at for some minutes. */
@Singleton
public class SignInPreviews {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int TOKEN = 32;

  private final PreviewStore store;
  private final SignInExperiences experiences;
  private final CustomPhrases customPhrases;
  private final TenantResolver tenants;
  private final InstantSource clock;

  SignInPreviews(
      PreviewStore store,
      SignInExperiences experiences,
      CustomPhrases customPhrases,
      TenantResolver tenants,
      InstantSource clock) {
    this.store = store;
    this.experiences = experiences;
    this.customPhrases = customPhrases;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * Where a draft is shown.
   *
   * @param url takes {@code page}, {@code language} and {@code theme} as its query
   * @param expiresAt epoch milliseconds
   */
  record Link(String url, long expiresAt) {}

  /**
   * Keeps a draft. Whether its parts fit together is not asked: half-made settings are looked at
   * too.
   */
  Link make(TenantId tenant, String madeBy, PreviewInput input) {
    SignInExperience saved = experiences.of(tenant);
    PreviewInput.Words words = input.customPhrases();
    PreviewDraft draft =
        new PreviewDraft(
            input.experience() == null ? saved : input.experience().applyTo(saved),
            words == null ? null : new LanguageTag(words.languageTag()).value(),
            words == null ? null : customPhrases.accepted(words.translation()));
    String token = Ids.secret(TOKEN);
    Instant now = clock.instant();
    store.put(tenant, token, madeBy, draft, new PreviewStore.Life(now, now.plus(LIFE)));
    String endpoint = tenants.find(tenant).orElseThrow().url("/preview/" + token);
    return new Link(endpoint, now.plus(LIFE).toEpochMilli());
  }

  /** The draft behind a link of this tenant, while it lives. */
  public Optional<PreviewDraft> find(TenantId tenant, String token) {
    return store.find(tenant, token, clock.instant());
  }
}
