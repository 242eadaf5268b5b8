package io.gatehouse.branding.page;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Type the code that was sent, whatever it is to prove.
 *
 * @param path where the form goes
 * @param links the ways that lead elsewhere
 * @param trust null where the browser may not be trusted
 */
public record SentCode(
    String path, Sent sent, List<Link> links, MfaStep.@Nullable Trust trust, Problems problems)
    implements Page {

  public SentCode {
    links = List.copyOf(links);
  }

  public SentCode(String path, Sent sent, List<Link> links, Problems problems) {
    this(path, sent, links, null, problems);
  }

  /**
   * A code on its way.
   *
   * @param to where, as the person typed it or masked
   * @param left until another one can be sent; nothing where that is now
   * @param again whether it is not the first
   */
  public record Sent(
      IdentifierKind channel, String to, Duration validFor, Duration left, boolean again) {
    /** Whether another one has to wait. */
    public boolean waits() {
      return left.isPositive();
    }
  }

  /** A way elsewhere: the phrase that offers it, and where it leads. */
  public record Link(String phrase, String path) {
    /** To where another address can be given. */
    public static Link change(IdentifierKind channel, String path) {
      return new Link("code.change." + channel.word(), path);
    }
  }

  @Override
  public String firstField() {
    return "code";
  }

  /** Where the request for another code goes. */
  public String resendPath() {
    return path + "/resend";
  }

  /** The phrase that tells where to look. */
  public String titleKey() {
    return "code.title." + sent.channel().word();
  }
}
