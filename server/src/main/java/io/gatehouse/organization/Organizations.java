package io.gatehouse.organization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Everything that can be done with organizations themselves. */
@Singleton
public class Organizations {
  /** In the administrators' audit. */
  private static final String NOUN = "organization";

  private final OrganizationStore store;
  private final OrganizationChanges changes;
  private final InstantSource clock;

  Organizations(OrganizationStore store, OrganizationChanges changes, InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.clock = clock;
  }

  Slice<OrganizationListing> list(TenantId tenant, String text, boolean featured, Page page) {
    return store.list(tenant, text, featured, page);
  }

  public Optional<Organization> find(TenantId tenant, OrganizationId id) {
    return store.find(tenant, id);
  }

  /** The organization, or the end of the request. */
  public Organization get(TenantId tenant, OrganizationId id) {
    return store
        .find(tenant, id)
        .orElseThrow(() -> EntityError.missing("organizations", id.value()));
  }

  Organization create(TenantId tenant, Actor actor, OrganizationInput input) {
    Organization organization =
        new Organization(
            tenant,
            new OrganizationId(Ids.shortId()),
            input.name(),
            input.description(),
            input.customData() == null ? JsonCodec.object() : input.customData(),
            input.isMfaRequired() != null && input.isMfaRequired(),
            input.isTrustedDeviceAllowed(),
            input.color() == null ? OrganizationLook.Color.NONE : input.color(),
            input.branding() == null ? OrganizationLook.Branding.NONE : input.branding(),
            input.customCss(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    AdminChange change = AdminChange.created(NOUN, organization.id().value(), organization);
    changes.make(tenant, actor, change, () -> store.insert(organization));
    return organization;
  }

  Organization change(TenantId tenant, Actor actor, OrganizationId id, OrganizationPatch patch) {
    if (patch.isEmpty()) {
      throw EntityError.INVALID_INPUT.exception();
    }
    Organization before = store.find(tenant, id).orElseThrow(Organizations::gone);
    return changes.make(
        tenant,
        actor,
        () -> store.update(tenant, id, patch).orElseThrow(Organizations::gone),
        after -> AdminChange.updated(NOUN, id.value(), before, after));
  }

  /** Deletes the organization with all that is of it; its members stay people of the tenant. */
  void delete(TenantId tenant, Actor actor, OrganizationId id) {
    Organization before = store.find(tenant, id).orElseThrow(EntityError.NOT_FOUND::exception);
    changes.make(
        tenant,
        actor,
        AdminChange.deleted(NOUN, id.value(), before),
        () -> {
          if (!store.delete(tenant, id)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  /** What templates of messages may name of an organization. */
  public static ObjectNode told(Organization organization) {
    return JsonCodec.object()
        .put("id", organization.id().value())
        .put("name", organization.name())
        .set("branding", JsonCodec.mapper().valueToTree(organization.branding()));
  }

  private static RuntimeException gone() {
    return EntityError.NOT_EXISTS.exception(Map.of("name", NOUN));
  }
}
