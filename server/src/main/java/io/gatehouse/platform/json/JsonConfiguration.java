package io.gatehouse.platform.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands {@link JsonCodec}'s mapper to the framework, so that there is one. */
final class JsonConfiguration {
  JsonConfiguration() {}

  @Produces
  @Singleton
  static ObjectMapper mapper() {
    return JsonCodec.mapper();
  }
}
