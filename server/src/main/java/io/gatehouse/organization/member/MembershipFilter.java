package io.gatehouse.organization.member;

import io.gatehouse.management.ManagementCall;
import io.gatehouse.organization.OrganizationId;
import jakarta.annotation.Priority;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a request on to an operation on a member of an organization only when its path names one:
 * before the page and the body are looked at.
 */
@Provider
@MembershipFilter.OfMember
@Priority(Priorities.AUTHORIZATION)
class MembershipFilter implements ContainerRequestFilter {

  /** An operation on a member. */
  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @interface OfMember {}

  private final ManagementCall call;
  private final Members members;

  MembershipFilter(ManagementCall call, Members members) {
    this.call = call;
    this.members = members;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    MultivaluedMap<String, String> path = request.getUriInfo().getPathParameters();
    String user = path.getFirst("userId");
    OrganizationId organization = new OrganizationId(path.getFirst("id"));
    if (user == null) {
      members.require(
          call.tenant(), MemberKind.APPLICATION, organization, path.getFirst("applicationId"));
    } else {
      members.require(call.tenant(), MemberKind.USER, organization, user);
    }
  }
}
