package io.gatehouse.branding.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of signing out. */
public sealed interface SignOutStep extends Page {

  /** Ask before ending the session: the request did not prove where it came from. */
  record Confirm(String xsrf, @Nullable String personName) implements SignOutStep {}

  /** Signed out, and nowhere to return to. */
  record Done(@Nullable String backTo) implements SignOutStep {}

  /** Sends the confirmation of a sign-out by itself; a button where there is no script. */
  record Forward(String xsrf) implements SignOutStep {}

  /** Lets applications know that the browser is signed out, each in a frame, and goes on. */
  record Frames(List<String> frames, String next) implements SignOutStep {
    public Frames {
      frames = List.copyOf(frames);
    }
  }
}
