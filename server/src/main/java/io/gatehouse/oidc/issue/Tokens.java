package io.gatehouse.oidc.issue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.application.protocol.ApplicationProtocol;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.subject.SubjectIdentifiers;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.tenant.Configs;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes signed tokens.
 *
 * <p>Sources: [OpenID Connect Core
 * §2](https://openid.net/specs/openid-connect-core-1_0.html#IDToken), [RFC 9068
 * §2](https://www.rfc-editor.org/rfc/rfc9068#section-2)
 */
@Singleton
public class Tokens {
  /** The life of an opaque access token, and of one for a resource that sets none. */
  public static final Duration ACCESS_TOKEN_LIFE = Duration.ofHours(1);

  /** "A maximum … lifetime of 10 minutes is RECOMMENDED" [JARM §2.1]. */
  private static final Duration ANSWER_LIFE = Duration.ofMinutes(5);

  private static final Duration LOGOUT_TOKEN_LIFE = Duration.ofMinutes(2);
  private static final String ACCESS_TOKEN_TYPE = "at+jwt";
  private static final Set<String> EXTENDED_BY_DEFAULT =
      Set.of("roles", "organizations", "organization_roles");

  private final Signers signers;
  private final Encryption encryption;
  private final Configs configs;
  private final SubjectIdentifiers subjects;

  Tokens(Signers signers, Encryption encryption, Configs configs, SubjectIdentifiers subjects) {
    this.signers = signers;
    this.encryption = encryption;
    this.configs = configs;
    this.subjects = subjects;
  }

  /**
   * What an ID token says besides the person's claims.
   *
   * @param authTime null where it was not asked for
   * @param amr how the person signed in
   * @param claims single claims that were asked for
   * @param beside what it travels with
   */
  public record Authentication(
      @Nullable String nonce,
      @Nullable Instant authTime,
      @Nullable String sessionId,
      List<String> amr,
      @Nullable ClaimsRequest claims,
      Beside beside) {}

  /**
   * What an ID token travels with, so that nobody can exchange it. [OpenID Connect Core §3.3.2.11]
   *
   * @param alone whether there is no access token to ask userinfo with, now or later
   */
  public record Beside(@Nullable String code, @Nullable String accessToken, boolean alone) {
    public static final Beside NOTHING = new Beside(null, null, false);
  }

  /** An ID token for the client about the person. */
  public String idToken(
      Tenant tenant, Client client, Person person, Scopes scope, Authentication how, Instant now) {
    Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    claims.put("sub", subjects.of(tenant, client, person.user().id()));
    boolean strict = client.application().strictOidc();
    if (!strict || how.beside().alone()) {
      claims.putAll(
          UserClaims.of(person, scope, new UserClaims.Style(extendedClaims(tenant), strict)));
    }
    if (how.claims() != null) {
      claims.putAll(asked(client, person, scope, how.amr(), how.claims()));
    }
    if (how.nonce() != null) {
      claims.put("nonce", how.nonce());
    }
    if (how.authTime() != null) {
      claims.put("auth_time", how.authTime().getEpochSecond());
    }
    if (how.sessionId() != null) {
      claims.put("sid", how.sessionId());
    }
    claims.put("aud", client.id());
    claims.put(
        "exp",
        now.plus(client.application().customClientMetadata().idTokenLife()).getEpochSecond());
    claims.put("iat", now.getEpochSecond());
    claims.put("iss", tenant.issuer());
    JwsSigner signer =
        signers.of(tenant, client, client.protocol().idTokenSignedResponseAlg(), now);
    putHash(claims, "at_hash", signer, how.beside().accessToken());
    putHash(claims, "c_hash", signer, how.beside().code());
    // No typ: clients of the convention expect alg and kid alone.
    String header =
        "{\"alg\":\""
            + signer.key().algorithm().alg()
            + "\",\"kid\":\""
            + signer.key().kid()
            + "\"}";
    ApplicationProtocol agreed = client.protocol();
    return encryption.of(
        client,
        agreed.idTokenEncryptedResponseAlg(),
        agreed.idTokenEncryptedResponseEnc(),
        signer.sign(header.getBytes(UTF_8), JsonCodec.bytes(claims)));
  }

  /**
   * "The left-most half of the hash … where the hash algorithm used is [that] used in the alg
   * Header Parameter" [OpenID Connect Core §3.3.2.11].
   */
  private static void putHash(
      Map<String, @Nullable Object> claims, String name, JwsSigner signer, @Nullable String value) {
    if (value != null) {
      claims.put(name, signer.key().algorithm().halfHash(value));
    }
  }

  private static Map<String, @Nullable Object> asked(
      Client client, Person person, Scopes scope, List<String> amr, ClaimsRequest asked) {
    Map<String, @Nullable Object> claims =
        UserClaims.named(
            person,
            asked.idToken().keySet(),
            scope,
            client.firstParty(),
            client.application().strictOidc());
    if (asked.asksIdToken(ClaimsRequest.ACR)) {
      claims.put("acr", Acr.of(amr).value());
    }
    if (asked.asksIdToken(ClaimsRequest.AMR)) {
      claims.put("amr", amr);
    }
    return claims;
  }

  /**
   * What an access token for a resource or an organization says.
   *
   * @param scope null leaves the claim out
   * @param organization in which it may be used at the resource; null for everywhere
   * @param confirmation the key that it is bound to
   */
  public record Access(
      String subject,
      String clientId,
      String audience,
      @Nullable Scopes scope,
      Duration life,
      @Nullable String organization,
      @Nullable Confirmation confirmation) {}

  /** The answer of the authorization endpoint, signed for its client. [JARM §2.1] */
  public String authorizationAnswer(
      Tenant tenant, Client client, Map<String, String> answer, Instant now) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", tenant.issuer());
    claims.put("aud", client.id());
    claims.put("exp", now.plus(ANSWER_LIFE).getEpochSecond());
    claims.putAll(answer);
    return signers
        .of(tenant, client, client.protocol().authorizationSignedResponseAlg(), now)
        .sign("JWT", JsonCodec.bytes(claims));
  }

  /** Userinfo for a client that wants it signed. [OpenID Connect Core §5.3.2] */
  public String userinfo(
      Tenant tenant, Client client, Map<String, @Nullable Object> told, Instant now) {
    Map<String, @Nullable Object> claims = new LinkedHashMap<>(told);
    claims.put("iss", tenant.issuer());
    claims.put("aud", client.id());
    ApplicationProtocol agreed = client.protocol();
    return encryption.of(
        client,
        agreed.userinfoEncryptedResponseAlg(),
        agreed.userinfoEncryptedResponseEnc(),
        signers
            .of(tenant, client, agreed.userinfoSignedResponseAlg(), now)
            .sign("JWT", JsonCodec.bytes(claims)));
  }

  /**
   * What introspection tells, for a caller that has to show it to others.
   *
   * <p>Source: [RFC 9701 §5](https://www.rfc-editor.org/rfc/rfc9701#section-5)
   */
  public String introspection(Tenant tenant, Client caller, Object told, Instant now) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", tenant.issuer());
    claims.put("aud", caller.id());
    claims.put("iat", now.getEpochSecond());
    claims.put("token_introspection", told);
    return signers
        .of(tenant, caller, caller.protocol().introspectionSignedResponseAlg(), now)
        .sign("token-introspection+jwt", JsonCodec.bytes(claims));
  }

  /**
   * Tells a client that a session is over. "The Logout Token MUST NOT contain a nonce".
   *
   * @param subject null for somebody who is gone, and whom the client knew by an id of its own
   * @param sessionId null where the client wants to hear of the person alone
   */
  public String logoutToken(
      Tenant tenant,
      Client client,
      @Nullable String subject,
      @Nullable String sessionId,
      Instant now) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", tenant.issuer());
    if (subject != null) {
      claims.put("sub", subject);
    }
    claims.put("aud", client.id());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LOGOUT_TOKEN_LIFE).getEpochSecond());
    claims.put("jti", Ids.standardId());
    claims.put("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    if (sessionId != null) {
      claims.put("sid", sessionId);
    }
    String algorithm = client.protocol().idTokenSignedResponseAlg();
    return signers.of(tenant, client, algorithm, now).sign("logout+jwt", JsonCodec.bytes(claims));
  }

  /** The audience of a token for an organization. */
  public static String organizationAudience(String organizationId) {
    return "urn:logto:organization:" + organizationId;
  }

  /** Claims that an access token gets besides its own, which they cannot change. */
  @FunctionalInterface
  public interface MoreClaims {
    Map<String, ?> of(String tokenId);
  }

  /** An access token that the resource can check by itself. */
  public String accessToken(
      Tenant tenant, Client client, Access access, MoreClaims more, Instant now) {
    Map<String, Object> claims = new LinkedHashMap<>();
    if (access.organization() != null) {
      claims.put("organization_id", access.organization());
    }
    String id = Ids.standardId();
    claims.putAll(more.of(id));
    claims.put("jti", id);
    claims.put("sub", access.subject());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(access.life()).getEpochSecond());
    if (access.scope() == null) {
      claims.remove("scope");
    } else {
      claims.put("scope", access.scope().toString());
    }
    claims.put("client_id", access.clientId());
    claims.put("iss", tenant.issuer());
    claims.put("aud", access.audience());
    if (access.confirmation() != null) {
      claims.put("cnf", access.confirmation());
    }
    return signers.of(tenant, client, null, now).sign(ACCESS_TOKEN_TYPE, JsonCodec.bytes(claims));
  }

  /** Which claims beyond the standard ones the tenant wants in ID tokens. */
  private Set<String> extendedClaims(Tenant tenant) {
    JsonNode enabled =
        configs
            .find(tenant.id(), Configs.ID_TOKEN)
            .map(value -> value.get("enabledExtendedClaims"))
            .orElse(null);
    if (enabled == null) {
      return EXTENDED_BY_DEFAULT;
    }
    Set<String> claims = new HashSet<>();
    enabled.forEach(claim -> claims.add(claim.asText()));
    return claims;
  }
}
