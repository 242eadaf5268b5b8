package io.gatehouse.application.saml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.ApplicationType;
import io.gatehouse.application.Applications;
import io.gatehouse.application.access.AccessControl;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.saml.SigningCredential;
import io.gatehouse.platform.saml.key.NewKey;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that can be done with SAML applications. */
@Singleton
public class SamlApplications {
  private static final String NOUN = "saml_application";
  private static final int YEARS = 3;

  private final SamlApplicationStore store;
  private final SamlSecrets secrets;
  private final AccessControl access;
  private final AdminChanges changes;
  private final InstantSource clock;

  SamlApplications(
      SamlApplicationStore store,
      SamlSecrets secrets,
      AccessControl access,
      AdminChanges changes,
      InstantSource clock) {
    this.store = store;
    this.secrets = secrets;
    this.access = access;
    this.changes = changes;
    this.clock = clock;
  }

  /** The application, its configuration and its first secret: all of it, or nothing. */
  SamlApplication create(Tenant tenant, Actor actor, SamlApplicationInput input) {
    if (input.acsUrl() != null && input.acsUrl().binding() != SamlConfig.Binding.POST) {
      throw SamlError.BINDING_NOT_SUPPORTED.exception();
    }
    String id = Ids.standardId();
    SamlApplication made =
        new SamlApplication(
            tenant.id(),
            id,
            input.name(),
            input.description(),
            ApplicationType.SAML,
            input.customData() == null ? JsonCodec.object() : input.customData(),
            false,
            false,
            clock.instant(),
            input.config());
    NewKey secret = secrets.make(id, YEARS, true);
    return changes.make(
        tenant.id(),
        actor,
        Applications.TOPIC,
        () -> {
          store.insert(made, tenant.endpoint() + "/api/saml-applications/" + id + "/callback");
          secrets.keep(tenant.id(), id, secret);
          return made;
        },
        after -> AdminChange.created(NOUN, id, after));
  }

  /** The application, or the end of the request; other kinds of applications end it too. */
  SamlApplication get(TenantId tenant, String id) {
    return store
        .find(tenant, id)
        .orElseThrow(() ->
            store.type(tenant, id).isPresent()
                ? SamlError.SAML_ONLY.exception()
                : EntityError.missing("applications", id));
  }

  /** The same where a missing one is no end. */
  Optional<SamlApplication> find(TenantId tenant, String id) {
    return store.find(tenant, id);
  }

  /**
   * The application with what it signs with, or the end of the request where either is missing: for
   * everybody, so neither tells more than that.
   */
  public SamlIdentity identity(TenantId tenant, String id) {
    SamlApplication application = store.find(tenant, id).orElseThrow(SamlApplications::missing);
    SigningCredential credential =
        secrets.credential(tenant, id).orElseThrow(SamlApplications::withoutSecret);
    return new SamlIdentity(application, credential);
  }

  static RequestException missing() {
    return notFound("There is no such SAML application.");
  }

  static RequestException withoutSecret() {
    return notFound("The application has no active secret.");
  }

  private static RequestException notFound(String reason) {
    return EntityError.NOT_FOUND.withData(Map.of("message", reason));
  }

  SamlApplication change(
      TenantId tenant, Actor actor, String id, SamlApplicationInput.Patch patch) {
    if (Boolean.TRUE.equals(patch.appLevelAccessControlEnabled()) && !access.hasRules(tenant, id)) {
      throw SamlError.ACCESS_RULES_MISSING.exception(
          Map.of("details", "Access control needs at least one rule."), Map.of());
    }
    SamlApplication before = get(tenant, id);
    return changes.make(
        tenant,
        actor,
        Applications.TOPIC,
        () -> {
          SamlApplication after =
              before.with(patch, merged(before.customData(), patch.customData()));
          store.update(after);
          return after;
        },
        after -> AdminChange.updated(NOUN, id, before, after));
  }

  void delete(TenantId tenant, Actor actor, String id) {
    AdminChange change = AdminChange.deleted(NOUN, id, get(tenant, id));
    changes.make(
        tenant,
        actor,
        Applications.TOPIC,
        change,
        () -> {
          if (!store.delete(tenant, id)) {
            throw EntityError.missing("applications", id);
          }
        });
  }

  private static JsonNode merged(JsonNode now, @Nullable ObjectNode members) {
    if (members == null) {
      return now;
    }
    ObjectNode merged = now.deepCopy();
    merged.setAll(members);
    return merged;
  }
}
