package io.gatehouse.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which of a session's grants end with it, even when they would outlive it. */
public enum RevokedGrants {
  @JsonProperty("all")
  ALL,
  @JsonProperty("firstParty")
  FIRST_PARTY
}
