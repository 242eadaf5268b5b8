package io.gatehouse.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The sign-ins under way of a tenant. */
@Singleton
public class Interactions {
  /** How long a person may take. */
  public static final Duration LIFE = Duration.ofHours(1);

  private final InteractionStore store;
  private final InstantSource clock;

  Interactions(InteractionStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Begins an interaction for a validated authorization request. */
  public Interaction begin(
      TenantId tenant,
      String applicationId,
      @Nullable String sessionId,
      JsonNode request,
      String prompt,
      ObjectNode state) {
    Interaction begun =
        new Interaction(
            Ids.token(),
            0,
            applicationId,
            sessionId,
            request,
            prompt,
            state,
            null,
            clock.instant().plus(LIFE));
    store.insert(tenant, begun, clock.instant());
    return begun;
  }

  /** The live interaction with this id. */
  public Optional<Interaction> find(TenantId tenant, @Nullable String id) {
    return id == null ? Optional.empty() : store.find(tenant, id, clock.instant());
  }

  /**
   * Writes down what a step has learnt.
   *
   * @throws io.gatehouse.platform.error.RequestException when another request changed the
   *     interaction meanwhile
   */
  public Interaction save(TenantId tenant, Interaction interaction, ObjectNode state) {
    return write(interaction, state, interaction.result(), changed -> store.save(tenant, changed));
  }

  /** Writes down how it ended; the authorization endpoint takes it from there. */
  public Interaction finish(
      TenantId tenant, Interaction interaction, ObjectNode state, InteractionResult result) {
    return write(interaction, state, result, changed -> store.save(tenant, changed));
  }

  /** The same for a sign-in, together with its time at the account: one statement. */
  public Interaction signIn(
      TenantId tenant, Interaction interaction, ObjectNode state, InteractionResult result) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return write(interaction, state, result, changed -> store.signIn(tenant, changed, result, now));
  }

  /** Takes a finished interaction out of the database, once. */
  public Optional<Interaction> take(TenantId tenant, String id) {
    return store.take(tenant, id, clock.instant());
  }

  private static Interaction write(
      Interaction interaction,
      ObjectNode state,
      @Nullable InteractionResult result,
      Predicate<Interaction> saved) {
    Interaction changed =
        new Interaction(
            interaction.id(),
            interaction.version(),
            interaction.applicationId(),
            interaction.sessionId(),
            interaction.request(),
            interaction.prompt(),
            state,
            result,
            interaction.expiresAt());
    if (!saved.test(changed)) {
      throw InteractionError.CHANGED_MEANWHILE.exception();
    }
    return new Interaction(
        changed.id(),
        changed.version() + 1,
        changed.applicationId(),
        changed.sessionId(),
        changed.request(),
        changed.prompt(),
        state,
        result,
        changed.expiresAt());
  }
}
