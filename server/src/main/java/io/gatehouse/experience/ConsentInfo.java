package io.gatehouse.experience;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.Application;
import io.gatehouse.application.Applications;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.InteractionError;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.session.Sessions;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Set;

/** What a consent page of one's own shows: who asks, of whom, for what. */
@Singleton
class ConsentInfo {
  private static final Set<String> UNASKED = Set.of("openid", "offline_access");

  private final Applications applications;
  private final Sessions sessions;
  private final Users users;

  ConsentInfo(Applications applications, Sessions sessions, Users users) {
    this.applications = applications;
    this.sessions = sessions;
    this.users = users;
  }

  ObjectNode of(Tenant tenant, HttpServerRequest request, Interaction interaction) {
    ObjectNode info = JsonCodec.object();
    Application application =
        applications
            .find(tenant.id(), interaction.applicationId())
            .orElseThrow(InteractionError.SESSION_NOT_FOUND::exception);
    info.putObject("application").put("id", application.id()).put("name", application.name());
    describe(info.putObject("user"), person(tenant, request, interaction));
    ArrayNode scopes = info.putArray("missingOIDCScope");
    interaction
        .state()
        .at("/missing/oidcScope")
        .forEach(scope -> {
          if (!UNASKED.contains(scope.asText())) {
            scopes.add(scope);
          }
        });
    ArrayNode resources = info.putArray("missingResourceScopes");
    interaction
        .state()
        .at("/missing/resources")
        .properties()
        .forEach(resource -> {
          ObjectNode each = resources.addObject();
          each.putObject("resource")
              .put("id", resource.getKey())
              .put("name", resource.getKey())
              .put("indicator", resource.getKey());
          ArrayNode names = each.putArray("scopes");
          for (String name : resource.getValue().asText().split(" ")) {
            names.addObject().put("id", name).put("name", name).putNull("description");
          }
        });
    return info.put("redirectUri", interaction.request().path("redirectUri").asText());
  }

  private User person(Tenant tenant, HttpServerRequest request, Interaction interaction) {
    Cookie cookie = request.getCookie(tenant.cookie("_session"));
    return sessions
        .find(tenant.id(), cookie == null ? null : cookie.getValue())
        .filter(session -> session.id().equals(interaction.sessionId()))
        .flatMap(session -> users.find(tenant.id(), session.userId()))
        .orElseThrow(InteractionError.SESSION_NOT_FOUND::exception);
  }

  private static void describe(ObjectNode view, User user) {
    view.put("id", user.id())
        .put("name", user.name())
        .put("avatar", user.avatar())
        .put("username", user.username())
        .put("primaryEmail", user.primaryEmail())
        .put("primaryPhone", user.primaryPhone());
  }
}
