package io.gatehouse.oidc.authorize.check;

import io.gatehouse.oidc.client.Client;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.protocol.Prompt;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.tenant.Tenant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request on its way through the checks: each returns it with what it has found
 * out.
 */
public record Draft(
    Tenant tenant,
    Client client,
    Parameters parameters,
    String redirectUri,
    Scopes scope,
    Set<Prompt> prompt,
    List<String> resources,
    @Nullable String codeChallenge,
    @Nullable Long maxAge,
    @Nullable String hintedUser) {

  /** As it begins: a client is known and its redirect URI trusted. */
  public static Draft of(Tenant tenant, Client client, Parameters parameters, String redirectUri) {
    return new Draft(
        tenant,
        client,
        parameters,
        redirectUri,
        Scopes.NONE,
        Set.of(),
        List.of(),
        null,
        null,
        null);
  }

  Draft withPrompt(Set<Prompt> prompt) {
    return new Draft(
        tenant,
        client,
        parameters,
        redirectUri,
        scope,
        prompt,
        resources,
        codeChallenge,
        maxAge,
        hintedUser);
  }

  Draft withScope(Scopes scope) {
    return new Draft(
        tenant,
        client,
        parameters,
        redirectUri,
        scope,
        prompt,
        resources,
        codeChallenge,
        maxAge,
        hintedUser);
  }

  Draft withResources(List<String> resources) {
    return new Draft(
        tenant,
        client,
        parameters,
        redirectUri,
        scope,
        prompt,
        resources,
        codeChallenge,
        maxAge,
        hintedUser);
  }

  Draft withCodeChallenge(@Nullable String codeChallenge) {
    return new Draft(
        tenant,
        client,
        parameters,
        redirectUri,
        scope,
        prompt,
        resources,
        codeChallenge,
        maxAge,
        hintedUser);
  }

  Draft withMaxAge(@Nullable Long maxAge) {
    return new Draft(
        tenant,
        client,
        parameters,
        redirectUri,
        scope,
        prompt,
        resources,
        codeChallenge,
        maxAge,
        hintedUser);
  }

  Draft withHintedUser(@Nullable String hintedUser) {
    return new Draft(
        tenant,
        client,
        parameters,
        redirectUri,
        scope,
        prompt,
        resources,
        codeChallenge,
        maxAge,
        hintedUser);
  }
}
