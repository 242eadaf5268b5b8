package io.gatehouse.asset;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A file that was uploaded, without its content.
 *
 * @param mediaType as it is served: what the content is, whatever its sender said
 */
record UserAsset(String id, String name, String mediaType, int size) {
  /** Where all of them are, below the tenant's endpoint. */
  static final String FOLDER = "/user-assets/";

  /** Where everybody finds it, below the tenant's endpoint. */
  String path() {
    return FOLDER + id + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Whether browsers may show it; they save anything else. */
  boolean isPicture() {
    return mediaType.startsWith("image/");
  }
}
