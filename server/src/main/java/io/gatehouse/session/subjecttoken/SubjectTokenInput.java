package io.gatehouse.session.subjecttoken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whom to act as. */
@Input
record SubjectTokenInput(@Size(min = 1) String userId, @Nullable ObjectNode context) {}
