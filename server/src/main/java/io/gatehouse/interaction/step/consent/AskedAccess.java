package io.gatehouse.interaction.step.consent;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.access.detail.AskedDetails;
import io.gatehouse.access.detail.AskedDetails.Detail;
import io.gatehouse.access.resource.Resource;
import io.gatehouse.access.resource.Resources;
import io.gatehouse.access.scope.Scope;
import io.gatehouse.access.scope.Scopes;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.organization.Organization;
import io.gatehouse.organization.member.Members;
import io.gatehouse.organization.scope.OrganizationScope;
import io.gatehouse.organization.scope.OrganizationScopes;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an application asks a person for, as a person can read it. */
@Singleton
public class AskedAccess {
  /** Asked for by every sign-in, so that a question about them would tell nothing. */
  private static final Set<String> UNASKED = Set.of("openid", "offline_access");

  /** The scope that asks to act in organizations. */
  private static final String ORGANIZATIONS = "urn:logto:scope:organizations";

  /** The resource whose scopes are those of the organization template. */
  private static final String TEMPLATE = "urn:logto:resource:organizations";

  private final Resources resources;
  private final Scopes scopes;
  private final OrganizationScopes organizationScopes;
  private final Members members;
  private final AskedDetails details;

  AskedAccess(
      Resources resources,
      Scopes scopes,
      OrganizationScopes organizationScopes,
      Members members,
      AskedDetails details) {
    this.details = details;
    this.resources = resources;
    this.scopes = scopes;
    this.organizationScopes = organizationScopes;
    this.members = members;
  }

  /** A resource and those of its scopes that are asked for. */
  public record AtResource(Resource resource, List<Scope> scopes) {}

  /** The provider's own scopes that are still missing. */
  public List<String> oidcScopes(Interaction interaction) {
    List<String> names = new ArrayList<>();
    for (JsonNode scope : interaction.state().at("/missing/oidcScope")) {
      if (!UNASKED.contains(scope.asText())) {
        names.add(scope.asText());
      }
    }
    return names;
  }

  /** The resources' scopes that are still missing; what was deleted meanwhile is left out. */
  public List<AtResource> resourceScopes(TenantId tenant, Interaction interaction) {
    List<AtResource> asked = new ArrayList<>();
    JsonNode missing = interaction.state().at("/missing/resources");
    for (Map.Entry<String, JsonNode> each : missing.properties()) {
      Optional<Resource> resource = resources.findByIndicator(tenant, each.getKey());
      resource.ifPresent(found ->
          asked.add(new AtResource(found, named(tenant, found, each.getValue().asText()))));
    }
    return asked;
  }

  /** The scopes of the organization template that are still missing. */
  public List<OrganizationScope> organizationScopes(TenantId tenant, Interaction interaction) {
    String names = interaction.state().at("/missing/resources").path(TEMPLATE).asText();
    return names.isEmpty()
        ? List.of()
        : organizationScopes.named(tenant, List.of(names.split(" ")));
  }

  /** Whether the application asks to act in organizations. */
  public boolean asksForOrganizations(Interaction interaction) {
    return oidcScopes(interaction).contains(ORGANIZATIONS);
  }

  /** The person's organizations to choose from, where the application asks for any. */
  public List<Organization> organizations(TenantId tenant, Interaction interaction, String userId) {
    return asksForOrganizations(interaction) ? members.choices(tenant, userId) : List.of();
  }

  /** What is asked for besides scopes. */
  public List<Detail> details(TenantId tenant, Interaction interaction) {
    return details.of(tenant, interaction.request().path("authorizationDetails"));
  }

  private List<Scope> named(TenantId tenant, Resource resource, String names) {
    Set<String> wanted = new HashSet<>(List.of(names.split(" ")));
    return scopes
        .ofResources(tenant, List.of(resource.id()))
        .getOrDefault(resource.id(), List.of())
        .stream()
        .filter(scope -> wanted.contains(scope.name()))
        .toList();
  }
}
