package io.gatehouse.sandbox;

/** What came of a script. */
public sealed interface Outcome {

  /** It returned this, as JSON. */
  record Returned(String json) implements Outcome {}

  /** It returned nothing, or what JSON does not know. */
  record Nothing() implements Outcome {}

  /** It called {@code denyAccess}; nothing that it does afterwards takes that back. */
  record Denied(String message) implements Outcome {}

  /**
   * It did not end well.
   *
   * @param name of the error, where the script threw one
   * @param stack where in the script it happened; may be empty
   */
  record Failed(Reason reason, String name, String message, String stack) implements Outcome {
    /** Without more to tell than the reason. */
    public static Failed because(Reason reason) {
      return new Failed(reason, "Error", reason.sentence, "");
    }
  }

  /** Why a script did not end well. */
  enum Reason {
    /** It threw, cannot be read, lacks the function, or returned what cannot be JSON. */
    THREW("The script has failed."),
    /** Its promise stayed open with nothing left to do. */
    UNSETTLED("The promise that the script returned never settles."),
    TOO_LARGE("The script's result is too large."),
    TIMED_OUT("The script took too long."),
    OUT_OF_MEMORY("The script used too much memory."),
    /** It ended its process in another way. */
    CRASHED("The script could not be run to its end."),
    /** Too many scripts run already. */
    BUSY("Too many scripts are running."),
    /** The sandbox does not start. */
    UNAVAILABLE("Scripts cannot be run here.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }
}
