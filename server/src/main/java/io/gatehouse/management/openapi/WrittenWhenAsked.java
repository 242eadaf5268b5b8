package io.gatehouse.management.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;

/**
 * Changes nothing. That a filter for each request is there keeps the framework from writing the
 * whole document, as JSON and as YAML, at every start before anybody has asked for it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public final class WrittenWhenAsked implements OASFilter {}
