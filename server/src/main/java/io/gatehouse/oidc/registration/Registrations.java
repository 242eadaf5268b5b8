package io.gatehouse.oidc.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.Application;
import io.gatehouse.application.ApplicationType;
import io.gatehouse.application.Applications;
import io.gatehouse.application.metadata.CustomClientMetadata;
import io.gatehouse.application.protocol.SectorIdentifiers;
import io.gatehouse.application.registration.InitialAccessTokens;
import io.gatehouse.application.registration.RegistrationPolicies;
import io.gatehouse.application.registration.RegistrationPolicy;
import io.gatehouse.audit.Actor;
import io.gatehouse.guard.RegistrationRate;
import io.gatehouse.oidc.registration.RegistrationStore.Kept;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.http.listener.ClientCertificates;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Registers clients that describe themselves, and lets them look after that.
 *
 * <p>Sources: [RFC 7591](https://www.rfc-editor.org/rfc/rfc7591), [RFC
 * 7592](https://www.rfc-editor.org/rfc/rfc7592)
 */
@Singleton
class Registrations {
  private static final int TOO_MANY_REQUESTS = 429;

  private final RegistrationPolicies policies;
  private final InitialAccessTokens initialTokens;
  private final RegistrationRate rate;
  private final SectorIdentifiers sectors;
  private final SoftwareStatements statements;
  private final RegistrationStore store;
  private final Applications applications;
  private final RegisteredApplications registered;
  private final ClientCertificates certificates;
  private final InstantSource clock;

  Registrations(
      RegistrationPolicies policies,
      InitialAccessTokens initialTokens,
      RegistrationRate rate,
      SectorIdentifiers sectors,
      SoftwareStatements statements,
      RegistrationStore store,
      Applications applications,
      RegisteredApplications registered,
      ClientCertificates certificates,
      InstantSource clock) {
    this.policies = policies;
    this.initialTokens = initialTokens;
    this.rate = rate;
    this.sectors = sectors;
    this.statements = statements;
    this.store = store;
    this.applications = applications;
    this.registered = registered;
    this.certificates = certificates;
    this.clock = clock;
  }

  /**
   * Who asks.
   *
   * @param token what was shown, if anything
   */
  record Caller(@Nullable String token, @Nullable String ip, String requestId) {
    Actor actor(@Nullable String applicationId) {
      return new Actor(Actor.Kind.Application, applicationId, ip, requestId);
    }
  }

  /**
   * A registration as it is answered.
   *
   * @param token what reads, changes and deletes it: a new one, or that which was shown
   */
  record Registration(Application application, Kept kept, String token) {}

  /**
   * Makes an application of what a client says of itself.
   *
   * @throws OAuthException as [RFC 7591 §3.2.2] has it
   */
  Registration register(Tenant tenant, Caller caller, ObjectNode sent) {
    RegistrationPolicy policy = policies.of(tenant.id());
    admit(tenant.id(), policy, caller);
    ClientMetadata metadata =
        MetadataReader.read(policy, statements.applied(policy, sent), certificates.offered());
    requireSector(metadata);
    Instant now = clock.instant();
    String token = Ids.token();
    Application made =
        wellFormed(
            tenant.id(),
            () -> {
              use(tenant.id(), policy, caller);
              Application application =
                  registered.create(tenant.id(), caller.actor(null), policy, metadata);
              store.insert(tenant.id(), application.id(), token, metadata.said(), now);
              return application;
            });
    return new Registration(made, new Kept(metadata.said(), now), token);
  }

  private void admit(TenantId tenant, RegistrationPolicy policy, Caller caller) {
    if (!policy.enabled()) {
      throw new OAuthException(
          OAuthError.INVALID_REQUEST, "clients cannot register themselves here", 404, null);
    }
    if (!rate.take(tenant, caller.ip(), policy.limit())) {
      throw new OAuthException(
          OAuthError.TEMPORARILY_UNAVAILABLE,
          "too many registrations from this network; try again in an hour",
          TOO_MANY_REQUESTS,
          null);
    }
    if (policy.asksToken()
        && (caller.token() == null || !initialTokens.good(tenant, caller.token()))) {
      throw notAdmitted();
    }
  }

  private void use(TenantId tenant, RegistrationPolicy policy, Caller caller) {
    if (policy.asksToken()
        && initialTokens.use(tenant, Objects.requireNonNull(caller.token())).isEmpty()) {
      throw notAdmitted();
    }
  }

  private static OAuthException notAdmitted() {
    return OAuthError.INVALID_TOKEN.because("registration needs an initial access token");
  }

  /** The registration as it stands. */
  Registration read(Tenant tenant, String clientId, Caller caller) {
    Kept kept = find(tenant.id(), clientId, caller);
    return new Registration(applications.get(tenant.id(), clientId), kept, shown(caller));
  }

  /** "MUST include all client metadata fields … values … MUST be … replaced" [RFC 7592 §2.2]. */
  Registration replace(Tenant tenant, String clientId, Caller caller, ObjectNode sent) {
    Kept kept = find(tenant.id(), clientId, caller);
    Application before = applications.get(tenant.id(), clientId);
    requireOwn(tenant.id(), before, sent);
    RegistrationPolicy policy = policies.of(tenant.id());
    ClientMetadata metadata =
        MetadataReader.read(policy, statements.applied(policy, sent), certificates.offered());
    requireSameKind(before, metadata);
    requireSector(metadata);
    keepScope(kept, metadata);
    String token = shown(caller);
    Application after =
        wellFormed(
            tenant.id(),
            () -> {
              if (!store.replace(tenant.id(), clientId, token, metadata.said())) {
                throw gone();
              }
              return registered.change(tenant.id(), caller.actor(clientId), clientId, metadata);
            });
    return new Registration(after, new Kept(metadata.said(), kept.createdAt()), token);
  }

  private static String shown(Caller caller) {
    return Objects.requireNonNull(caller.token());
  }

  private void requireSector(ClientMetadata metadata) {
    sectors
        .refusal(metadata.protocol(), metadata.addresses().redirectUris())
        .ifPresent(why -> {
          throw MetadataText.refused(why);
        });
  }

  /** What it may ask for was settled when it registered, and is the administrators' since. */
  private static void keepScope(Kept kept, ClientMetadata metadata) {
    JsonNode scope = kept.metadata().get("scope");
    metadata.said().remove("scope");
    if (scope != null) {
      metadata.said().set("scope", scope);
    }
  }

  private void requireOwn(TenantId tenant, Application application, ObjectNode sent) {
    if (!application.id().equals(sent.path("client_id").asText())) {
      throw MetadataText.refused("client_id must be that of the client");
    }
    JsonNode secret = sent.path("client_secret");
    boolean known =
        secret.isMissingNode()
            || applications.secrets(tenant, application.id()).stream()
                .anyMatch(each -> Digests.equal(each.value(), secret.asText()));
    if (!known) {
      throw MetadataText.refused("client_secret must be one of the client's");
    }
  }

  private static void requireSameKind(Application before, ClientMetadata metadata) {
    CustomClientMetadata custom = before.customClientMetadata();
    if (before.type() != metadata.type() || custom.deviceFlow() != metadata.device()) {
      throw MetadataText.refused(
          "a client cannot become one of another kind; register another client");
    }
  }

  /** Deletes the client, and with it all that it was granted. [RFC 7592 §2.3] */
  void delete(Tenant tenant, String clientId, Caller caller) {
    find(tenant.id(), clientId, caller);
    applications.delete(tenant.id(), caller.actor(clientId), clientId);
  }

  private Kept find(TenantId tenant, String clientId, Caller caller) {
    if (caller.token() == null || clientId.length() > 64) {
      throw gone();
    }
    return store.find(tenant, clientId, caller.token()).orElseThrow(Registrations::gone);
  }

  /** "If the client does not exist …, the server MUST respond with HTTP 401" [RFC 7592 §2.1]. */
  private static OAuthException gone() {
    return OAuthError.INVALID_TOKEN.because("the registration access token is not valid");
  }

  /** What the rules of applications refuse is the client's to correct. */
  private Application wellFormed(TenantId tenant, Supplier<Application> work) {
    try {
      return store.atOnce(tenant, work);
    } catch (RequestException e) {
      Map<String, ?> said = e.placeholders();
      throw MetadataText.refused(
          "not valid: " + (said.containsKey("details") ? said.get("details") : e.code().code()));
    }
  }

  /** Whether the application shows a secret, which the answer then tells. */
  static boolean secret(Registration registration) {
    String method = registration.kept().metadata().path("token_endpoint_auth_method").asText();
    return registration.application().type() != ApplicationType.SAML
        && method.startsWith("client_secret_");
  }
}
