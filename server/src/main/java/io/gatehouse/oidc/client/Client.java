package io.gatehouse.oidc.client;

import io.gatehouse.application.Application;
import io.gatehouse.application.ApplicationSecret;
import io.gatehouse.application.ApplicationType;
import io.gatehouse.application.authentication.ApplicationAuthentication;
import io.gatehouse.application.protocol.ApplicationProtocol;
import io.gatehouse.application.protocol.GrantType;
import io.gatehouse.platform.crypto.VerificationKey;
import io.gatehouse.protocol.ClientIdUrl;
import io.gatehouse.protocol.RedirectUris;
import io.gatehouse.protocol.ResponseType;
import java.util.List;

/**
 * An application as the protocol sees it.
 *
 * @param authentication how it proves that it is itself
 * @param keys those that it gave; one that publishes its keys has none here
 */
public record Client(
    Application application,
    ApplicationAuthentication authentication,
    ApplicationProtocol protocol,
    List<ApplicationSecret> secrets,
    List<VerificationKey> keys,
    RedirectUris redirectUris,
    RedirectUris postLogoutRedirectUris) {

  public Client {
    secrets = List.copyOf(secrets);
    keys = List.copyOf(keys);
  }

  public String id() {
    return application.id();
  }

  /** Whether it authenticates with a secret; a public client only names itself. */
  public boolean confidential() {
    return application.type().confidential();
  }

  /**
   * Whether it must prove that a code is its own. Codes of SAML applications never leave the
   * server.
   */
  public boolean mustUsePkce() {
    return fapi() || (!confidential() && application.type() != ApplicationType.SAML);
  }

  /** The same client with one address to return to. */
  Client returningTo(String redirectUri) {
    return new Client(
        application,
        authentication,
        protocol,
        secrets,
        keys,
        new RedirectUris(List.of(redirectUri), false),
        postLogoutRedirectUris);
  }

  /** Whether it is held to FAPI 2.0. */
  public boolean fapi() {
    return authentication.heldToFapi();
  }

  /**
   * Whether it is answered as the specifications say where the convention of other clients is
   * kinder.
   */
  public boolean byTheLetter() {
    return application.strictOidc() || fapi();
  }

  /** Whether request objects of its count that nobody signed. [OpenID Connect Core §6.1] */
  public boolean leavesRequestsUnsigned() {
    return protocol.leavesRequestsUnsigned() && !protocol.signsRequests() && !fapi();
  }

  /** Whether its requests come by PAR alone. [FAPI 2.0 Security Profile §5.3.2.2] */
  public boolean pushesRequests() {
    return fapi() || protocol.pushesRequests();
  }

  /**
   * Whether it may get tokens with the browser. FAPI clients and those with bound tokens may not:
   * nobody could bind them there.
   */
  public boolean mayAnswerWith(ResponseType type) {
    return protocol.answersWith(type) && !bindsTokens();
  }

  /** Whether its ID tokens name the session, so that a sign-out can say which. */
  public boolean namesSessions() {
    var metadata = application.oidcClientMetadata();
    return (metadata.backchannelLogoutUri() != null
            && Boolean.TRUE.equals(metadata.backchannelLogoutSessionRequired()))
        || (protocol.frontchannelLogoutUri() != null && protocol.frontchannelSession());
  }

  /** Whether it gets tokens that are bound to a key of its own, and no others. */
  public boolean bindsTokens() {
    return bindsTokensToProofs() || authentication.bindsTokens();
  }

  /**
   * Whether that key is shown by DPoP proofs. "shall only issue sender-constrained access tokens"
   * by mutual TLS or by DPoP [FAPI 2.0 Security Profile §5.3.2.1].
   */
  public boolean bindsTokensToProofs() {
    return protocol.bindsTokens() || (fapi() && !authentication.bindsTokens());
  }

  /** Whether its refresh tokens change with use: "shall not use refresh token rotation". */
  public boolean rotates() {
    return !fapi() && application.customClientMetadata().rotates();
  }

  /** {@code application_type=web}: everything but native applications. */
  public boolean web() {
    return application.type() != ApplicationType.Native;
  }

  /** Whether nobody has registered it: its id is the address of its description. */
  public boolean describesItself() {
    return ClientIdUrl.named(id());
  }

  /** One of the house: its people are not asked for consent. */
  public boolean firstParty() {
    return !application.thirdParty();
  }

  /** Whether it has not bound itself to other ways of getting tokens. */
  public boolean keepsTo(GrantType type) {
    return protocol.keepsTo(type);
  }

  public boolean mayUseCode() {
    return application.type().interactive() && !application.customClientMetadata().deviceFlow();
  }

  /** The same at the token endpoint, which one that gets all tokens with the browser never asks. */
  public boolean mayRedeemCode() {
    return mayUseCode() && keepsTo(GrantType.AUTHORIZATION_CODE);
  }

  /**
   * Whether people get to its redirect address with a code. That of a device goes to a page of
   * ours, that of a SAML application ends within the server, and they are good for nothing else.
   */
  public boolean mayAskForCode() {
    return mayUseCode() || mayUseDeviceCode() || application.type() == ApplicationType.SAML;
  }

  /** Whether it runs on a device without a keyboard or browser. [RFC 8628] */
  public boolean mayUseDeviceCode() {
    return application.type().interactive()
        && application.customClientMetadata().deviceFlow()
        && keepsTo(GrantType.DEVICE_CODE);
  }

  /**
   * Whether it may act for the people whose tokens it presents; for applications of the house only.
   */
  public boolean mayExchangeTokens() {
    return firstParty()
        && Boolean.TRUE.equals(application.customClientMetadata().allowTokenExchange());
  }

  /** Whether it may wait for people who sign in elsewhere; "public clients" may not [CIBA §4]. */
  public boolean mayUseBackchannel() {
    return confidential()
        && application.type().interactive()
        && protocol.waitsForPeople()
        && keepsTo(GrantType.BACKCHANNEL);
  }

  /** Whether it may present what others say about people; for applications of the house only. */
  public boolean mayPresentAssertions() {
    return firstParty() && keepsTo(GrantType.JWT_BEARER);
  }

  public boolean mayRefresh() {
    return application.type().interactive() && keepsTo(GrantType.REFRESH_TOKEN);
  }

  public boolean mayUseClientCredentials() {
    return application.type() == ApplicationType.MachineToMachine
        && keepsTo(GrantType.CLIENT_CREDENTIALS);
  }

  /** Whether a refresh token is issued even without offline_access; for web clients only. */
  public boolean alwaysIssuesRefreshToken() {
    return web() && application.customClientMetadata().alwaysIssuesRefreshToken();
  }
}
