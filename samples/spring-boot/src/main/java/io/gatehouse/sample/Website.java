package io.gatehouse.sample;

import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pages of the website. */
@RestController
class Website {

  @GetMapping(path = "/", produces = "text/html;charset=utf-8")
  String home(@AuthenticationPrincipal OidcUser reader, CsrfToken csrf) {
    if (reader == null) {
      return "Nobody is signed in. <a href=\"/oauth2/authorization/gatehouse\">Sign in</a>";
    }
    return """
        You are signed in as <b id="sub">%s</b>.
        <form method="post" action="/logout"><input type="hidden" name="%s" value="%s"><button>Sign out</button></form>
        """
        .formatted(reader.getSubject(), csrf.getParameterName(), csrf.getToken());
  }

  @GetMapping("/me")
  Map<String, Object> me(
      @AuthenticationPrincipal OidcUser reader,
      @RegisteredOAuth2AuthorizedClient("gatehouse") OAuth2AuthorizedClient client) {
    return Map.of(
        "claims", reader.getClaims(),
        "algorithm", reader.getIdToken().getTokenValue().split("\\.")[0],
        "hasRefreshToken", client.getRefreshToken() != null);
  }
}
