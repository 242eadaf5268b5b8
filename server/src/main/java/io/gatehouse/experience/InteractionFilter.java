package io.gatehouse.experience;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Lets a call through only when its browser has an interaction. */
@Provider
@ExperienceApi
@Priority(Priorities.AUTHENTICATION)
class InteractionFilter implements ContainerRequestFilter {
  private static final String ROOT = "/api/experience";
  private static final String PREFLIGHT = "/preflight/sign-in-passkey/authentication";

  private final ExperienceCall call;

  InteractionFilter(ExperienceCall call) {
    this.call = call;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    call.findInteraction();
    String path = request.getUriInfo().getPath().replaceAll("/+$", "");
    boolean begins = request.getMethod().equals("PUT") && path.equals(ROOT);
    boolean early = path.endsWith("/sso-connectors") || path.endsWith(PREFLIGHT);
    if (!begins && path.startsWith(ROOT) && !early) {
      call.requireState();
    }
  }
}
