package io.gatehouse.audit.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the browser, its engine and the system out of a User-Agent header, for the people who look
 * at the log. It knows what is common and says nothing of the rest.
 */
public final class UserAgents {
  private static final int KNOWN = 1_000;
  private static final int LONGEST = 1_000;

  /** A name, and how a header shows that it is meant; the first of a list that is found counts. */
  private record Sign(String name, Pattern pattern) {
    Sign(String name, String regex) {
      this(name, Pattern.compile(regex));
    }
  }

  private static final List<Sign> BROWSERS =
      List.of(
          new Sign("Edge", "Edg(?:e|A|iOS)?/([\\d.]+)"),
          new Sign("Opera", "(?:OPR|Opera)/([\\d.]+)"),
          new Sign("Samsung Internet", "SamsungBrowser/([\\d.]+)"),
          new Sign("Firefox", "(?:Firefox|FxiOS)/([\\d.]+)"),
          new Sign("Chrome Headless", "HeadlessChrome/([\\d.]+)"),
          new Sign("Chrome", "(?:Chrome|CriOS)/([\\d.]+)"),
          new Sign("Mobile Safari", "Version/([\\d.]+) Mobile/\\S+ Safari"),
          new Sign("Safari", "Version/([\\d.]+) Safari"),
          new Sign("curl", "^curl/([\\d.]+)"));
  private static final List<Sign> ENGINES =
      List.of(
          new Sign("EdgeHTML", "Edge/([\\d.]+)"),
          new Sign("Blink", "Chrome/([\\d.]+)"),
          new Sign("WebKit", "AppleWebKit/([\\d.]+)"),
          new Sign("Gecko", "rv:([\\d.]+)\\)? Gecko"));
  private static final List<Sign> SYSTEMS =
      List.of(
          new Sign("Windows", "Windows NT ([\\d.]+)"),
          new Sign("iOS", "(?:iPhone OS|CPU OS) ([\\d_]+)"),
          new Sign("macOS", "Mac OS X ([\\d_.]+)"),
          new Sign("Android", "Android ([\\d.]+)"),
          new Sign("Chrome OS", "CrOS \\S+ ([\\d.]+)"),
          new Sign("Linux", "(?:Linux|X11)()"));
  private static final List<Sign> PROCESSORS =
      List.of(
          new Sign("amd64", "(?i)(?:x86_64|x64|amd64|wow64)()"),
          new Sign("arm64", "(?i)(?:aarch64|arm64)()"));
  private static final Pattern ANDROID_MODEL = Pattern.compile("Android [\\d.]+; ([^;)]+)\\)");

  private final Cache<String, Map<String, Object>> known =
      Caffeine.newBuilder().maximumSize(KNOWN).executor(Runnable::run).build();

  /** The browser and its system in a few words; null where neither is known. */
  public static @Nullable String named(String header) {
    String looked = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
    String name =
        Stream.of(first(BROWSERS, looked), first(SYSTEMS, looked))
            .flatMap(found -> Stream.ofNullable(found.get("name")))
            .collect(Collectors.joining(" · "));
    return name.isEmpty() ? null : name;
  }

  /** {@code {ua, browser, device, engine, os, cpu}}. */
  Map<String, Object> parse(String header) {
    return header.length() > LONGEST ? read(header) : known.get(header, UserAgents::read);
  }

  private static Map<String, Object> read(String header) {
    Map<String, Object> parsed = new LinkedHashMap<>();
    parsed.put("ua", header);
    String looked = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
    Map<String, String> browser = first(BROWSERS, looked);
    String version = browser.get("version");
    if (version != null) {
      browser.put("major", version.split("\\.", 2)[0]);
    }
    parsed.put("browser", browser);
    parsed.put("device", device(looked));
    parsed.put("engine", first(ENGINES, looked));
    parsed.put("os", first(SYSTEMS, looked));
    String processor = first(PROCESSORS, looked).get("name");
    parsed.put("cpu", processor == null ? Map.of() : Map.of("architecture", processor));
    return parsed;
  }

  private static Map<String, String> first(List<Sign> signs, String header) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Sign sign : signs) {
      Matcher matcher = sign.pattern().matcher(header);
      if (matcher.find()) {
        found.put("name", sign.name());
        if (!matcher.group(1).isEmpty()) {
          found.put("version", matcher.group(1).replace('_', '.'));
        }
        break;
      }
    }
    return found;
  }

  private static Map<String, String> device(String header) {
    Map<String, String> device = new LinkedHashMap<>();
    if (header.contains("iPad")) {
      device.put("type", "tablet");
      device.put("vendor", "Apple");
      device.put("model", "iPad");
    } else if (header.contains("iPhone")) {
      device.put("type", "mobile");
      device.put("vendor", "Apple");
      device.put("model", "iPhone");
    } else if (header.contains("Macintosh")) {
      device.put("vendor", "Apple");
      device.put("model", "Macintosh");
    } else {
      Matcher android = ANDROID_MODEL.matcher(header);
      if (android.find()) {
        device.put("type", header.contains("Mobile") ? "mobile" : "tablet");
        device.put("model", android.group(1));
      }
    }
    return device;
  }
}
