package io.gatehouse.session.list;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which of a session's grants end with it, even when they would outlive it. */
enum RevokedGrants {
  @JsonProperty("all")
  ALL,
  @JsonProperty("firstParty")
  FIRST_PARTY
}
