package io.gatehouse.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.Users;
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
  private final Users users;
  private final InstantSource clock;

  Interactions(InteractionStore store, Users users, InstantSource clock) {
    this.store = store;
    this.users = users;
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
   * An interaction, and the person whom its form names.
   *
   * @param person empty where nobody is called so; their further factors are known if asked for
   */
  public record Met(Interaction interaction, Optional<SignInUser> person) {}

  /**
   * The live interaction with this id, together with a person: one statement.
   *
   * @param withFactors whether their further factors are asked for
   */
  public Optional<Met> find(
      TenantId tenant, @Nullable String id, Identifier named, boolean withFactors) {
    if (id == null) {
      return Optional.empty();
    }
    InteractionStore.Named person =
        new InteractionStore.Named(named.type(), users.key(tenant, named), withFactors);
    return store.find(tenant, id, person, clock.instant());
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

  /**
   * A finished interaction, which nobody else gets.
   *
   * @param suspended whether who signed in has been suspended meanwhile
   * @param newcomer whether they have not used any application yet
   */
  public record Taken(Interaction interaction, boolean suspended, boolean newcomer) {}

  /** Takes a finished interaction out of the database, once. */
  public Optional<Taken> take(TenantId tenant, String id) {
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
