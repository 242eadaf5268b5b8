package io.gatehouse.access.role;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.access.resource.Resource;
import io.gatehouse.access.scope.Scope;

/** A scope that a role grants, with the resource it is of. */
record ScopeOfRole(@JsonUnwrapped Scope scope, Resource resource) {}
