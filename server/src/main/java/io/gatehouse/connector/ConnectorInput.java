package io.gatehouse.connector;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connector to be configured. */
@Input
record ConnectorInput(
    @Size(min = 1, max = 128) String connectorId,
    @Nullable ObjectNode config,
    @Nullable Look metadata,
    @Nullable Boolean syncProfile,
    @Nullable Boolean enableTokenStorage,
    @Nullable @Size(min = 1, max = 128) String id) {

  /** How the tenant calls the provider of a standard connector. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Look(
      @Nullable String target,
      @Nullable Map<String, String> name,
      @Nullable String logo,
      @Nullable @NullAllowed String logoDark) {
    Look {
      if (name != null && !name.containsKey("en")) {
        throw new IllegalArgumentException("A name needs an English text.");
      }
    }
  }

  /** What changes of a connector. */
  @Input
  record Patch(
      @Nullable ObjectNode config,
      @Nullable Look metadata,
      @Nullable Boolean syncProfile,
      @Nullable Boolean enableTokenStorage) {
    boolean isEmpty() {
      return config == null
          && metadata == null
          && syncProfile == null
          && enableTokenStorage == null;
    }
  }

  /** Whom to send a message to, to see whether a configuration works. */
  @Input
  record Trial(
      @Nullable @Pattern(regexp = "^\\d{1,128}$") String phone,
      @Nullable @Size(max = 256) @Pattern(regexp = "^\\S+@\\S+\\.\\S+$") String email,
      ObjectNode config,
      @Nullable @Size(max = 128) String locale) {}

  /** What a provider gave a browser, so that a connector tells whose account it is. */
  @Input
  record Vouched(@Size(min = 1) String connectorId, ObjectNode connectorData) {}

  /** Where a person is to come back to, and with what state. */
  @Input
  record Departure(String state, String redirectUri) {}
}
