package io.gatehouse.account.me;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.ShapedBy;
import io.gatehouse.user.administration.EmailShape;
import jakarta.validation.constraints.Size;

/** The bodies of what administrators do with their own account. */
interface MeInputs {

  /** A password in clear. */
  @Input
  record Password(@Size(min = 1) String password) {

    /** Never shows the password. */
    @Override
    public String toString() {
      return "Password";
    }
  }

  /** Somebody to be put in charge, with the password of their first sign-in. */
  @Input
  record NewAdministrator(@Size(max = 128) String username, @Size(min = 1) String password) {

    /** Never shows the password. */
    @Override
    public String toString() {
      return "NewAdministrator " + username;
    }
  }

  /** Where a code is to be sent. */
  @Input
  record Address(@ShapedBy(EmailShape.class) String email) {}

  /** A code that has arrived, and what it is to allow. */
  @Input
  record Code(
      @ShapedBy(EmailShape.class) String email,
      @Size(min = 1) String verificationCode,
      Action action) {}

  /** What a proved address allows. */
  enum Action {
    @JsonProperty("changeEmail")
    CHANGE_EMAIL,
    @JsonProperty("changePassword")
    CHANGE_PASSWORD
  }

  /** A person is about to leave for a provider. */
  @Input
  record Departure(
      String connectorId, @Size(min = 1) String state, @Size(min = 1) String redirectUri) {}

  /** A person has come back. */
  @Input
  record Arrival(String connectorId, ObjectNode connectorData) {}
}
