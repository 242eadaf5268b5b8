package io.gatehouse.account.page;

import io.gatehouse.branding.page.AccountStep.Line;
import io.gatehouse.branding.page.AccountStep.Words;
import io.gatehouse.enterprise.SsoButtons;
import io.gatehouse.user.User;
import io.gatehouse.user.sso.SsoIdentities;
import io.gatehouse.user.sso.SsoIdentity;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;

/**
 * Who one is at the providers of enterprises. That is for the enterprise to say, so it only can be
 * read.
 */
@Singleton
class EnterpriseLines {
  private final SsoIdentities identities;
  private final SsoButtons buttons;

  EnterpriseLines(SsoIdentities identities, SsoButtons buttons) {
    this.identities = identities;
    this.buttons = buttons;
  }

  /** A line for each of the person at hand. */
  List<Line> of(AccountVisit visit) {
    return identities.list(visit.tenant().id(), visit.person().id()).stream()
        .map(identity -> line(visit, identity))
        .toList();
  }

  private Line line(AccountVisit visit, SsoIdentity identity) {
    String name =
        buttons
            .name(visit.tenant().id(), identity.ssoConnectorId(), List.of(visit.language().tag()))
            .orElseGet(() -> host(identity.issuer()));
    String known =
        SocialLinkPage.known(new User.Identity(identity.identityId(), identity.detail()));
    return new Line(
        "link",
        new Words.Text(name),
        known == null ? Words.phrase("account.set") : new Words.Text(known),
        null);
  }

  /** Of a provider that is no longer set up: where it is, or what it calls itself. */
  private static String host(String issuer) {
    try {
      String host = URI.create(issuer).getHost();
      return host == null ? issuer : host;
    } catch (IllegalArgumentException e) {
      return issuer;
    }
  }
}
