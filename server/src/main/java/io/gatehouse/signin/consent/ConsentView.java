package io.gatehouse.signin.consent;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.application.Application;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Pictures;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.signin.Visit;
import io.gatehouse.user.User;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the consent page says: who asks, of whom, for what. */
@Singleton
class ConsentView {
  private final ConsentPeople people;

  ConsentView(ConsentPeople people) {
    this.people = people;
  }

  Page.Consent of(Visit visit, Application application) {
    Interaction interaction = visit.interaction();
    User user = people.of(visit.tenant(), visit.request(), interaction);
    return new Page.Consent(
        new Page.Client(application.name(), Pictures.NONE, host(interaction), null, null),
        person(user),
        permissions(interaction.state().path("missing")),
        List.of());
  }

  private static Page.Person person(User user) {
    String detail = user.primaryEmail() != null ? user.primaryEmail() : user.primaryPhone();
    String name =
        user.name() != null ? user.name() : Objects.requireNonNullElse(user.username(), "");
    return name.isEmpty() && detail != null
        ? new Page.Person(detail, null, user.avatar())
        : new Page.Person(name.isEmpty() ? user.id() : name, detail, user.avatar());
  }

  private static List<Page.Permission> permissions(JsonNode missing) {
    List<Page.Permission> permissions = new ArrayList<>();
    for (JsonNode scope : missing.path("oidcScope")) {
      if (!scope.asText().equals("openid") && !scope.asText().equals("offline_access")) {
        permissions.add(new Page.Permission(scope.asText(), null));
      }
    }
    missing
        .path("resources")
        .properties()
        .forEach(resource -> {
          for (String scope : resource.getValue().asText().split(" ")) {
            permissions.add(new Page.Permission(scope, resource.getKey()));
          }
        });
    return permissions;
  }

  private static String host(Interaction interaction) {
    String uri = interaction.request().path("redirectUri").asText();
    try {
      String host = URI.create(uri).getHost();
      return host == null ? uri : host;
    } catch (IllegalArgumentException e) {
      return uri;
    }
  }
}
