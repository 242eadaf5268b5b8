package io.gatehouse.oidc.authorize.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gatehouse.oidc.issue.ClaimsRequest;
import io.gatehouse.oidc.subject.SubjectIdentifiers;
import io.gatehouse.protocol.Prompt;
import io.gatehouse.protocol.ResponseType;
import io.gatehouse.protocol.Scopes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * The checks of the authorization endpoint in their order, after the client and its redirect URI
 * are known, so that every failure here goes back to the client. Where two things are wrong, the
 * earlier check speaks.
 *
 * <p>Source: [OpenID Connect Core
 * §3.1.2.2](https://openid.net/specs/openid-connect-core-1_0.html#AuthRequestValidation)
 */
@Singleton
public class Checks {
  private final ScopeCheck scopes;
  private final ResourceCheck resources;
  private final IdTokenHintCheck hints;
  private final DetailsCheck details;
  private final SubjectIdentifiers subjects;

  Checks(
      ScopeCheck scopes,
      ResourceCheck resources,
      IdTokenHintCheck hints,
      DetailsCheck details,
      SubjectIdentifiers subjects) {
    this.subjects = subjects;
    this.scopes = scopes;
    this.resources = resources;
    this.hints = hints;
    this.details = details;
  }

  /**
   * What the request asks for.
   *
   * @throws io.gatehouse.protocol.OAuthException for the client
   */
  public Checked apply(Asking asking) {
    //                                                          refuses with
    RequestObjectCheck.refuse(
        asking); //                       request_not_supported, request_uri_not_supported,
    //                                                          registration_not_supported
    ResponseType type =
        ResponseTypeCheck.read(
            asking); //                   invalid_request, unsupported_response_type
    Set<Prompt> prompt = PromptCheck.read(asking); //           invalid_request
    Scopes scope = scopes.read(asking, prompt, type); //              invalid_scope
    String challenge = PkceCheck.read(asking); //               invalid_request
    List<String> targets = resources.read(asking); //           invalid_target
    Long maxAge = MaxAgeCheck.read(asking); //                  invalid_request
    String hintedUser = hints.read(asking); //                  invalid_request
    ClaimsRequest claims = ClaimsCheck.read(asking); //         invalid_request
    if (hintedUser == null && claims != null && claims.subject() != null) {
      hintedUser = subjects.person(asking.tenant(), claims.subject());
    }
    String dpopKey = DpopKeyCheck.read(asking); //              invalid_request
    ArrayNode asked = details.read(asking); //                 invalid_authorization_details
    return new Checked(
        type, prompt, scope, challenge, targets, maxAge, hintedUser, claims, dpopKey, asked);
  }
}
