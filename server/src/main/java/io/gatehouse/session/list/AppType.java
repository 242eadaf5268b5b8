package io.gatehouse.session.list;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose the applications are. */
public enum AppType {
  @JsonProperty("firstParty")
  FIRST_PARTY,
  @JsonProperty("thirdParty")
  THIRD_PARTY
}
