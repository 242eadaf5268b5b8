package io.gatehouse.script;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.Application;
import io.gatehouse.application.ApplicationView;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What a customizer is told besides the token: whom it is for and how they came by it. */
@Singleton
public class CustomizerContexts {
  private final ContextStore store;

  CustomizerContexts(ContextStore store) {
    this.store = store;
  }

  /** Of a token for a person. */
  public ObjectNode ofPerson(
      TenantId tenant,
      Application application,
      String userId,
      @Nullable String grantId,
      @Nullable String organizationId) {
    ObjectNode context =
        store.person(tenant, userId, grantId, organizationId).orElseGet(JsonCodec::object);
    context.set("application", told(tenant, application));
    return context;
  }

  /** Of a token for the application itself. */
  public ObjectNode ofMachine(
      TenantId tenant, Application application, @Nullable String organizationId) {
    ObjectNode context = JsonCodec.object();
    context.set("application", told(tenant, application));
    if (organizationId != null) {
      store
          .organization(tenant, organizationId)
          .ifPresent(organization -> context.set("organization", organization));
    }
    return context;
  }

  private static ObjectNode told(TenantId tenant, Application application) {
    ObjectNode told = JsonCodec.mapper().valueToTree(ApplicationView.of(tenant, application));
    told.remove("secret");
    return told;
  }
}
