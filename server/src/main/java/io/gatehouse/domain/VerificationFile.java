package io.gatehouse.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A file that others ask a domain for, to see that it is ours: an app link, a site's ownership. */
@Input
record VerificationFile(
    @Size(min = 1, max = 256) @Pattern(regexp = PATH) String path,
    @Size(min = 1, max = 16_384) String content,
    ContentType contentType) {
  static final String PATH =
      "^/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\\.[A-Za-z0-9_-]+|\\.well-known(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)+)$";

  /** What it is served as. */
  enum ContentType {
    @JsonProperty("text/plain")
    TEXT("text/plain; charset=utf-8"),
    @JsonProperty("application/json")
    JSON("application/json");

    final String header;

    ContentType(String header) {
      this.header = header;
    }
  }
}
