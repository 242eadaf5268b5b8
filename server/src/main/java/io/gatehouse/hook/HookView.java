package io.gatehouse.hook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A hook as it is answered.
 *
 * @param executionStats only where asked for
 */
record HookView(
    @JsonUnwrapped Hook hook,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ExecutionStats executionStats) {}
