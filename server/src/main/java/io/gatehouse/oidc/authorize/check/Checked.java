package io.gatehouse.oidc.authorize.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gatehouse.oidc.issue.ClaimsRequest;
import io.gatehouse.protocol.Prompt;
import io.gatehouse.protocol.ResponseType;
import io.gatehouse.protocol.Scopes;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the checks have found out about an authorization request. */
public record Checked(
    ResponseType type,
    Set<Prompt> prompt,
    Scopes scope,
    @Nullable String codeChallenge,
    List<String> resources,
    @Nullable Long maxAge,
    @Nullable String hintedUser,
    @Nullable ClaimsRequest claims,
    @Nullable String dpopKey,
    @Nullable ArrayNode authorizationDetails) {}
