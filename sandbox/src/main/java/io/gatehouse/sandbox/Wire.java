package io.gatehouse.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.sandbox.Outcome.Reason;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What goes over the pipe between the server and a worker: texts with their length in front. */
public final class Wire {
  /** The most characters of a script's result. */
  public static final int MOST_RESULT = 128 * 1024;

  /** What a worker says when it is ready for its first job. */
  public static final byte READY = 'R';

  /** More than any outcome needs; whoever announces more is not our worker any longer. */
  private static final int MOST_TEXT = 4 * MOST_RESULT;

  private static final int MOST_WORDS = 4_000;

  private Wire() {}

  public static void write(DataOutputStream out, Job job) throws IOException {
    text(out, job.script());
    text(out, job.function());
    text(out, job.input());
    out.writeBoolean(job.mayDeny());
    out.flush();
  }

  public static Job readJob(DataInputStream in) throws IOException {
    return new Job(
        text(in, Integer.MAX_VALUE),
        text(in, Integer.MAX_VALUE),
        text(in, Integer.MAX_VALUE),
        in.readBoolean());
  }

  public static void write(DataOutputStream out, Outcome outcome) throws IOException {
    switch (outcome) {
      case Outcome.Returned returned -> {
        out.writeByte('J');
        text(out, returned.json());
      }
      case Outcome.Nothing nothing -> out.writeByte('N');
      case Outcome.Denied denied -> {
        out.writeByte('D');
        text(out, cut(denied.message()));
      }
      case Outcome.Failed failed -> {
        out.writeByte('F');
        out.writeByte(failed.reason().ordinal());
        text(out, cut(failed.name()));
        text(out, cut(failed.message()));
        text(out, cut(failed.stack()));
      }
    }
    out.flush();
  }

  static Outcome readOutcome(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case 'J' -> new Outcome.Returned(text(in, MOST_TEXT));
      case 'N' -> new Outcome.Nothing();
      case 'D' -> new Outcome.Denied(text(in, MOST_TEXT));
      case 'F' ->
          new Outcome.Failed(
              reason(in.readByte()), text(in, MOST_TEXT), text(in, MOST_TEXT), text(in, MOST_TEXT));
      default -> throw new IOException("not an outcome");
    };
  }

  private static Reason reason(int number) throws IOException {
    if (number < 0 || number >= Reason.values().length) {
      throw new IOException("not a reason");
    }
    return Reason.values()[number];
  }

  private static String cut(String text) {
    return text.length() <= MOST_WORDS ? text : text.substring(0, MOST_WORDS) + "…";
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in, int most) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > most) {
      throw new IOException("a text of " + length + " bytes");
    }
    return new String(in.readNBytes(length), UTF_8);
  }
}
