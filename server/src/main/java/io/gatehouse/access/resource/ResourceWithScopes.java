package io.gatehouse.access.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.access.scope.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource, with its scopes where they were asked for.
 *
 * @param scopes absent when they were not
 */
record ResourceWithScopes(
    @JsonUnwrapped Resource resource,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Scope> scopes) {}
