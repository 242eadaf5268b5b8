package io.gatehouse.experience;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.access.detail.AskedDetails;
import io.gatehouse.application.Application;
import io.gatehouse.application.Applications;
import io.gatehouse.branding.application.ApplicationExperience;
import io.gatehouse.branding.application.ApplicationExperiences;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.InteractionError;
import io.gatehouse.interaction.step.consent.AskedAccess;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.session.Sessions;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** What a consent page of one's own shows: who asks, of whom, for what. */
@Singleton
class ConsentInfo {
  private final Applications applications;
  private final Sessions sessions;
  private final Users users;
  private final AskedAccess asked;
  private final ApplicationExperiences experiences;

  ConsentInfo(
      Applications applications,
      Sessions sessions,
      Users users,
      AskedAccess asked,
      ApplicationExperiences experiences) {
    this.experiences = experiences;
    this.asked = asked;
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
    describe(info.putObject("application"), application, experiences.of(tenant.id(), application));
    User person = person(tenant, request, interaction);
    describe(info.putObject("user"), person);
    if (asked.asksForOrganizations(interaction)) {
      ArrayNode choices = info.putArray("organizations");
      asked
          .organizations(tenant.id(), interaction, person.id())
          .forEach(
              each -> choices.addObject().put("id", each.id().value()).put("name", each.name()));
    }
    ArrayNode scopes = info.putArray("missingOIDCScope");
    asked.oidcScopes(interaction).forEach(scopes::add);
    ArrayNode resources = info.putArray("missingResourceScopes");
    asked
        .resourceScopes(tenant.id(), interaction)
        .forEach(each -> describe(resources.addObject(), each));
    List<AskedDetails.Detail> details = asked.details(tenant.id(), interaction);
    if (!details.isEmpty()) {
      ArrayNode told = info.putArray("authorizationDetails");
      details.forEach(each -> describe(told.addObject(), each));
    }
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

  private static void describe(ObjectNode view, AskedDetails.Detail detail) {
    view.put("type", detail.type().type()).put("displayName", detail.type().displayName());
    ArrayNode fields = view.putArray("fields");
    detail
        .members()
        .forEach((field, value) ->
            fields
                .addObject()
                .put("name", field.name())
                .put("label", field.title())
                .set("value", value));
  }

  private static void describe(ObjectNode view, AskedAccess.AtResource asked) {
    view.putObject("resource")
        .put("id", asked.resource().id().value())
        .put("name", asked.resource().name())
        .put("indicator", asked.resource().indicator());
    ArrayNode scopes = view.putArray("scopes");
    asked
        .scopes()
        .forEach(scope ->
            scopes
                .addObject()
                .put("id", scope.id().value())
                .put("name", scope.name())
                .put("description", scope.description()));
  }

  private static void describe(
      ObjectNode view, Application application, ApplicationExperience own) {
    view.put("id", application.id()).put("name", application.name());
    view.set("branding", JsonCodec.mapper().valueToTree(own.branding()));
    view.put("displayName", own.displayName())
        .put("termsOfUseUrl", own.termsOfUseUrl())
        .put("privacyPolicyUrl", own.privacyPolicyUrl());
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
