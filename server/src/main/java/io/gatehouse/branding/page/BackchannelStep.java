package io.gatehouse.branding.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of deciding about an application that waits elsewhere. */
public sealed interface BackchannelStep extends Page {

  /**
   * Let an application in that waits elsewhere.
   *
   * @param message what the application shows there
   * @param details what it asks for besides scopes
   * @param request what the link of the e-mail held
   */
  record Decision(
      String appName,
      @Nullable String message,
      List<Permission> details,
      String request,
      String xsrf)
      implements BackchannelStep {}

  /** Somebody has decided about an application that waits elsewhere. */
  record Done(boolean allowed) implements BackchannelStep {
    /** The phrase that says what was decided. */
    public String titleKey() {
      return allowed ? "backchannel.allowed.title" : "backchannel.denied.title";
    }

    /** The phrase that says what happens now. */
    public String leadKey() {
      return allowed ? "backchannel.allowed.lead" : "backchannel.denied.lead";
    }
  }

  /** An application no longer waits. */
  record Over() implements BackchannelStep {}

  /** An application waits for somebody else. */
  record Stranger() implements BackchannelStep {}
}
