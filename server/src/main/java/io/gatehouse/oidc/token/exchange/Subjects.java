package io.gatehouse.oidc.token.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.Clients;
import io.gatehouse.oidc.issue.SignedAccessTokens;
import io.gatehouse.oidc.subject.SubjectIdentifiers;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.session.subjecttoken.SubjectTokens;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.user.token.PersonalAccessTokens;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out whom presented tokens stand for. */
@Singleton
public class Subjects {
  private static final int LONGEST = 8_192;

  private final SubjectTokens subjectTokens;
  private final PersonalAccessTokens personalTokens;
  private final OpaqueTokenStore opaqueTokens;
  private final SignedAccessTokens signedTokens;
  private final Clients clients;
  private final SubjectIdentifiers subjects;

  Subjects(
      SubjectTokens subjectTokens,
      PersonalAccessTokens personalTokens,
      OpaqueTokenStore opaqueTokens,
      SignedAccessTokens signedTokens,
      Clients clients,
      SubjectIdentifiers subjects) {
    this.subjectTokens = subjectTokens;
    this.personalTokens = personalTokens;
    this.opaqueTokens = opaqueTokens;
    this.signedTokens = signedTokens;
    this.clients = clients;
    this.subjects = subjects;
  }

  /** A token that somebody presents. */
  public record Presented(String token, String type) {}

  /**
   * Whom a token stands for.
   *
   * @param context what was written into a token to act as the person
   * @param details what it allows besides scopes [RFC 9396]
   */
  public record Subject(String person, @Nullable ObjectNode context, @Nullable ArrayNode details) {
    static Subject of(String person) {
      return new Subject(person, null, null);
    }
  }

  /**
   * The person whom the token stands for; a token to act as a person is used up, for good when the
   * transaction is.
   */
  public Optional<Subject> subject(Tenant tenant, Presented presented, Instant now) {
    String token = presented.token();
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    return SubjectType.find(presented.type())
        .flatMap(type ->
            switch (type) {
              case IMPERSONATION_TOKEN -> impersonated(tenant, token);
              case PERSONAL_ACCESS_TOKEN ->
                  personalTokens.owner(tenant.id(), token).map(Subject::of);
              case ACCESS_TOKEN ->
                  SubjectTokens.isOne(token)
                      ? impersonated(tenant, token)
                      : behind(tenant, token, now);
            });
  }

  /**
   * The id of the person who acts: behind an opaque access token that tells who they are, with the
   * scope openid.
   */
  public Optional<String> actor(Tenant tenant, Presented presented, Instant now) {
    return SubjectType.ACCESS_TOKEN.urn().equals(presented.type())
            && presented.token().length() <= LONGEST
        ? opaqueTokens
            .find(tenant.id(), presented.token(), now)
            .filter(opaque -> opaque.scope().has(Scopes.OPENID))
            .map(OpaqueTokenStore.Opaque::userId)
        : Optional.empty();
  }

  private Optional<Subject> impersonated(Tenant tenant, String token) {
    return subjectTokens
        .redeem(tenant.id(), token)
        .map(found -> new Subject(found.userId(), found.context(), null));
  }

  /** An access token of ours, opaque or signed; of an application of the house only. */
  private Optional<Subject> behind(Tenant tenant, String token, Instant now) {
    return token.indexOf('.') < 0
        ? opaqueTokens
            .find(tenant.id(), token, now)
            .filter(opaque -> ofTheHouse(tenant, opaque.clientId()))
            .map(opaque -> new Subject(opaque.userId(), null, opaque.details()))
        : signedTokens
            .read(tenant, token, now)
            .filter(signed -> ofTheHouse(tenant, signed.clientId()))
            .map(signed ->
                new Subject(subjects.person(tenant, signed.subject()), null, signed.details()));
  }

  private boolean ofTheHouse(Tenant tenant, String clientId) {
    return clients.find(tenant, clientId).filter(Client::firstParty).isPresent();
  }
}
