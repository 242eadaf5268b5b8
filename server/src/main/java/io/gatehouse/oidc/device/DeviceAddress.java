package io.gatehouse.oidc.device;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The addresses of the pages, with what the request's own address carries along. */
final class DeviceAddress {
  static final String SUCCESS = "/device/success";

  /** Says that the cookies were set, so that a browser without them is not sent in circles. */
  static final String BEGUN = "begun";

  private static final int LONGEST = 200;

  /** What is carried along: codes and errors, and what looks and language follow from. */
  private static final List<String> CARRIED =
      List.of("user_code", "input_code", "error", "app_id", "organization_id", "ui_locales");

  private final Map<String, String> query = new LinkedHashMap<>();

  private DeviceAddress(Function<String, @Nullable String> given) {
    for (String name : CARRIED) {
      String value = given.apply(name);
      if (value != null) {
        query.put(name, value);
      }
    }
  }

  /** From a request, by the name of a parameter. */
  static DeviceAddress of(Function<String, @Nullable String> given) {
    return new DeviceAddress(given);
  }

  /** Of the page, with one parameter more. */
  String page(String name, String value) {
    query.put(name, value);
    return "/device" + text();
  }

  /** Of the page, which says what is wrong. */
  String failed(@Nullable String typed, String error) {
    query.remove("user_code");
    query.put("error", error);
    if (typed != null) {
      query.put("input_code", typed);
    }
    return "/device" + text();
  }

  /** Where the cookies are set. */
  String begin() {
    return "/oidc/device" + text();
  }

  private String text() {
    return query.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
  }

  private static String encoded(String value) {
    String kept = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    return URLEncoder.encode(kept, StandardCharsets.UTF_8);
  }
}
