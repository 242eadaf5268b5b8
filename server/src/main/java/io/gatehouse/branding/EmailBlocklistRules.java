package io.gatehouse.branding;

import io.gatehouse.platform.error.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks an address that is to become part of an account against the tenant's lists. */
public final class EmailBlocklistRules {
  private static final Pattern ITEM = Pattern.compile("[^\\s@]*@[^\\s@.]+(\\.[^\\s@.]+)+");
  private static final String GMAIL = "gmail.com";

  private EmailBlocklistRules() {}

  /** Why an address is refused. */
  public enum Fault implements ErrorCode {
    INVALID("session.email_blocklist.invalid_email", 400),
    SUBADDRESSING("session.email_blocklist.email_subaddressing_not_allowed", 422),
    NOT_ALLOWED("session.email_blocklist.email_not_allowed", 422);

    private final String code;
    private final int status;

    Fault(String code, int status) {
      this.code = code;
      this.status = status;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public int status() {
      return status;
    }
  }

  /** Ends the request when the address may not be used; null is no address. */
  public static void check(Policies.EmailBlocklist policy, @Nullable String address) {
    if (address == null) {
      return;
    }
    int at = address.lastIndexOf('@');
    if (at < 0 || at == address.length() - 1) {
      throw Fault.INVALID.exception();
    }
    if (Boolean.TRUE.equals(policy.blockSubaddressing()) && address.lastIndexOf('+', at) >= 0) {
      throw Fault.SUBADDRESSING.exception();
    }
    List<String> allowed = list(policy.customAllowlist());
    if (!allowed.isEmpty() && allowed.stream().noneMatch(item -> matches(item, address))
        || list(policy.customBlocklist()).stream().anyMatch(item -> matches(item, address))) {
      throw Fault.NOT_ALLOWED.exception();
    }
  }

  /** Whether an item is an address or {@code @domain}, perhaps with {@code *} in it. */
  static boolean isItem(String item) {
    return ITEM.matcher(item).matches();
  }

  private static boolean matches(String item, String address) {
    String subject = normalised(address);
    String wanted = normalised(item);
    String text = wanted.startsWith("@") ? subject.substring(subject.lastIndexOf('@')) : subject;
    String pattern =
        String.join(".*", List.of(wanted.split("\\*", -1)).stream().map(Pattern::quote).toList());
    return Pattern.matches(pattern, text);
  }

  /** Gmail takes an address with and without dots, and under two domains, for the same. */
  private static String normalised(String address) {
    String lower = address.strip().toLowerCase(Locale.ROOT);
    int at = lower.lastIndexOf('@');
    String domain = lower.substring(at + 1);
    if (domain.equals("googlemail.com")) {
      domain = GMAIL;
    }
    String local = at < 0 ? "" : lower.substring(0, at);
    return (domain.equals(GMAIL) ? local.replace(".", "") : local) + "@" + domain;
  }

  private static List<String> list(@Nullable List<String> items) {
    return items == null ? List.of() : items;
  }
}
