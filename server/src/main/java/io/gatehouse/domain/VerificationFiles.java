package io.gatehouse.domain;

import com.fasterxml.jackson.core.JacksonException;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.json.JsonCodec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold for the verification files of a domain together. */
final class VerificationFiles {
  private VerificationFiles() {}

  /** Ends the request when two files have one path, or one is no JSON though it says so. */
  static void check(List<VerificationFile> files) {
    Issues issues = new Issues();
    Set<String> paths = new HashSet<>();
    for (int i = 0; i < files.size(); i++) {
      Issues here = issues.at("verificationFiles").at(i);
      VerificationFile file = files.get(i);
      if (!paths.add(file.path())) {
        here.at("path").custom("Must differ from the paths of the other files.");
      }
      if (file.contentType() == VerificationFile.ContentType.JSON && !isJson(file.content())) {
        here.at("content").custom("Must be JSON.");
      }
    }
    issues.throwIfAny("body");
  }

  private static boolean isJson(String content) {
    try {
      JsonCodec.mapper().readTree(content);
      return !content.isBlank();
    } catch (JacksonException e) {
      return false;
    }
  }
}
