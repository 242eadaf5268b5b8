package io.gatehouse.access.detail;

import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type of authorization details, as it is to be. */
@Input
record DetailTypeInput(
    @Size(min = 1, max = 256) String type,
    @Size(min = 1, max = 256) String displayName,
    @Nullable @NullAllowed @Size(min = 1, max = 2048) String resource,
    @Size(max = 50) List<DetailField> fields) {
  DetailTypeInput {
    fields = List.copyOf(fields);
  }
}
