package io.gatehouse.oidc.subject;

import io.gatehouse.oidc.client.Client;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What applications know people by.
 *
 * <p>Source: [OpenID Connect Core
 * §8](https://openid.net/specs/openid-connect-core-1_0.html#SubjectIDTypes)
 */
@Singleton
public class SubjectIdentifiers {
  /** Ids of people are shorter, so that nobody asks the database whose they are. */
  private static final int LENGTH = Ids.token().length();

  private final SubjectIdentifierStore store;
  private final InstantSource clock;

  SubjectIdentifiers(SubjectIdentifierStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The {@code sub} of a person for a client; made when the client first hears of the person. */
  public String of(Tenant tenant, Client client, String userId) {
    if (!client.protocol().pairwiseSubjects()) {
      return userId;
    }
    String sector = Sector.of(client);
    return store
        .find(tenant.id(), sector, userId)
        .orElseGet(() -> store.make(tenant.id(), sector, userId, Ids.token(), clock.instant()));
  }

  /** The same of somebody who may be gone; empty where the client then knows nobody by it. */
  public Optional<String> known(Tenant tenant, Client client, String userId) {
    return client.protocol().pairwiseSubjects()
        ? store.find(tenant.id(), Sector.of(client), userId)
        : Optional.of(userId);
  }

  /** The id of the person whom a {@code sub} of ours means. */
  public String person(Tenant tenant, String subject) {
    return subject.length() == LENGTH
        ? store.person(tenant.id(), subject).orElse(subject)
        : subject;
  }
}
