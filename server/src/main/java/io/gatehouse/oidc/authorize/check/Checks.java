package io.gatehouse.oidc.authorize.check;

import jakarta.inject.Singleton;
import java.util.List;

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
  private final List<Check> checks;

  Checks(ResourceCheck resource, IdTokenHintCheck idTokenHint) {
    this.checks =
        List.of(
            //                            refuses with
            new RequestObjectCheck(), //  request_not_supported, request_uri_not_supported,
            // registration_not_supported
            new ResponseTypeCheck(), //   invalid_request, unsupported_response_type
            new PromptCheck(), //         invalid_request
            new ScopeCheck(), //          invalid_scope
            new PkceCheck(), //           invalid_request
            resource, //                  invalid_target
            new MaxAgeCheck(), //         invalid_request
            idTokenHint); //              invalid_request
  }

  public Draft apply(Draft draft) {
    Draft checked = draft;
    for (Check check : checks) {
      checked = check.apply(checked);
    }
    return checked;
  }
}
