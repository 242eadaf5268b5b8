package io.gatehouse.signin.consent;

import io.gatehouse.access.detail.AskedDetails;
import io.gatehouse.application.Application;
import io.gatehouse.branding.application.ApplicationExperience;
import io.gatehouse.branding.application.ApplicationExperiences;
import io.gatehouse.branding.logo.ApplicationLogos;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.context.Pictures;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.InteractionError;
import io.gatehouse.interaction.step.consent.AskedAccess;
import io.gatehouse.platform.i18n.PhraseGroup;
import io.gatehouse.platform.i18n.Phrases;
import io.gatehouse.protocol.ClientIdUrl;
import io.gatehouse.signin.SignedIn;
import io.gatehouse.signin.Visit;
import io.gatehouse.user.User;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the consent page says: who asks, of whom, for what. */
@Singleton
class ConsentView {
  private final SignedIn people;
  private final AskedAccess asked;
  private final AskedDetails details;
  private final ApplicationExperiences experiences;
  private final ApplicationLogos logos;
  private final Phrases phrases;

  ConsentView(
      SignedIn people,
      AskedAccess asked,
      AskedDetails details,
      ApplicationExperiences experiences,
      ApplicationLogos logos,
      Phrases phrases) {
    this.experiences = experiences;
    this.logos = logos;
    this.people = people;
    this.asked = asked;
    this.details = details;
    this.phrases = phrases;
  }

  Page.Consent of(Visit visit, Application application) {
    Interaction interaction = visit.interaction();
    User user = people.at(visit).orElseThrow(InteractionError.SESSION_NOT_FOUND::exception);
    ApplicationExperience own =
        experiences.introducing(visit.tenant().id(), application, visit.language());
    List<Page.PermissionsAt> at = resources(visit);
    return new Page.Consent(
        new Page.Client(
            own.displayName() == null ? application.name() : own.displayName(),
            new Pictures(
                logos.shown(visit.tenant(), application.id(), own.branding().logoUrl()),
                logos.shown(visit.tenant(), application.id(), own.branding().darkLogoUrl())),
            ClientIdUrl.parse(application.id())
                .map(ClientIdUrl::host)
                .orElseGet(() -> host(interaction)),
            own.termsOfUseUrl(),
            own.privacyPolicyUrl()),
        SignedIn.shown(user),
        permissions(visit, at.isEmpty()),
        at,
        asked.organizations(visit.tenant().id(), interaction, user.id()).stream()
            .map(each -> new Page.Choice(each.id().value(), each.name()))
            .toList());
  }

  private List<Page.Permission> permissions(Visit visit, boolean nothingElse) {
    List<Page.Permission> permissions = new ArrayList<>();
    asked
        .organizationScopes(visit.tenant().id(), visit.interaction())
        .forEach(scope ->
            permissions.add(new Page.Permission(worded(scope.name(), scope.description()), null)));
    for (String scope : asked.oidcScopes(visit.interaction())) {
      permissions.add(
          new Page.Permission(
              phrases.text(PhraseGroup.SIGNIN, visit.language(), "consent.scope." + scope), null));
    }
    asked
        .details(visit.tenant().id(), visit.interaction())
        .forEach(each ->
            permissions.add(
                new Page.Permission(
                    each.type().displayName(), details.worded(visit.language(), each))));
    if (permissions.isEmpty() && nothingElse) {
      permissions.add(
          new Page.Permission(
              phrases.text(PhraseGroup.SIGNIN, visit.language(), "consent.scope.openid"), null));
    }
    return permissions;
  }

  private List<Page.PermissionsAt> resources(Visit visit) {
    return asked.resourceScopes(visit.tenant().id(), visit.interaction()).stream()
        .filter(each -> !each.scopes().isEmpty())
        .map(each ->
            new Page.PermissionsAt(
                each.resource().name(),
                each.scopes().stream()
                    .map(scope ->
                        new Page.Permission(worded(scope.name(), scope.description()), null))
                    .toList()))
        .toList();
  }

  private static String worded(String name, @Nullable String description) {
    return description == null || description.isBlank() ? name : description;
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
