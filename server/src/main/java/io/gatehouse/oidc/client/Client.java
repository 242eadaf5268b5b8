package io.gatehouse.oidc.client;

import io.gatehouse.application.Application;
import io.gatehouse.application.ApplicationSecret;
import io.gatehouse.application.ApplicationType;
import io.gatehouse.protocol.RedirectUris;
import java.util.List;

/** An application as the protocol sees it. */
public record Client(
    Application application,
    List<ApplicationSecret> secrets,
    RedirectUris redirectUris,
    RedirectUris postLogoutRedirectUris) {

  public Client {
    secrets = List.copyOf(secrets);
  }

  public String id() {
    return application.id();
  }

  /** Whether it authenticates with a secret; a public client only names itself. */
  public boolean confidential() {
    return application.type().confidential();
  }

  /** {@code application_type=web}: everything but native applications. */
  public boolean web() {
    return application.type() != ApplicationType.Native;
  }

  /** One of the house: its people are not asked for consent. */
  public boolean firstParty() {
    return !application.thirdParty();
  }

  public boolean mayUseCode() {
    return application.type().interactive() && !application.customClientMetadata().deviceFlow();
  }

  public boolean mayRefresh() {
    return application.type().interactive();
  }

  public boolean mayUseClientCredentials() {
    return application.type() == ApplicationType.MachineToMachine;
  }

  /** Whether a refresh token is issued even without offline_access; for web clients only. */
  public boolean alwaysIssuesRefreshToken() {
    return web() && application.customClientMetadata().alwaysIssuesRefreshToken();
  }
}
