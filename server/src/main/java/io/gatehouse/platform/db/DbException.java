package io.gatehouse.platform.db;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the database refused, by kind, so that a rule can answer it: {@code catch
 * (DbException.Unique e)} with the constraint's name tells which of several uniqueness rules was
 * hit.
 */
public sealed class DbException extends RuntimeException {
  private final String constraint;

  private DbException(SQLException cause, @Nullable String constraint) {
    super(cause.getMessage(), cause);
    this.constraint = constraint == null ? "" : constraint;
  }

  /** The violated constraint's name, or the empty text. */
  public String constraint() {
    return constraint;
  }

  /** A row with the same key exists. */
  public static final class Unique extends DbException {
    private Unique(SQLException cause, @Nullable String constraint) {
      super(cause, constraint);
    }
  }

  /** A row that is referred to does not exist. */
  public static final class ForeignKey extends DbException {
    private ForeignKey(SQLException cause, @Nullable String constraint) {
      super(cause, constraint);
    }
  }

  /** A check of the table does not hold. */
  public static final class Check extends DbException {
    private Check(SQLException cause, @Nullable String constraint) {
      super(cause, constraint);
    }
  }

  /** A text is longer than its column. */
  public static final class TooLong extends DbException {
    private TooLong(SQLException cause) {
      super(cause, null);
    }
  }

  /**
   * A value does not fit its type, for example a NUL character in a text or a bad regular
   * expression.
   */
  public static final class BadValue extends DbException {
    private BadValue(SQLException cause) {
      super(cause, null);
    }
  }

  /** The statement ran longer than allowed. */
  public static final class TimedOut extends DbException {
    private TimedOut(SQLException cause) {
      super(cause, null);
    }
  }

  /** No connection, or it broke: a retry may work. */
  public static final class Unavailable extends DbException {
    private Unavailable(SQLException cause) {
      super(cause, null);
    }
  }

  /** For those who know without asking that the database cannot be asked. */
  public static DbException unavailable(String why) {
    return new Unavailable(new SQLException(why));
  }

  static DbException of(SQLException cause) {
    String state = cause.getSQLState() == null ? "" : cause.getSQLState();
    String constraint = constraintOf(cause);
    return switch (state) {
      case "23505" -> new Unique(cause, constraint);
      case "23503" -> new ForeignKey(cause, constraint);
      case "23514" -> new Check(cause, constraint);
      case "22001" -> new TooLong(cause);
      case "57014" -> new TimedOut(cause);
      case "57P01", "57P02", "57P03", "53300", "53400" -> new Unavailable(cause);
      default ->
          state.startsWith("22")
              ? new BadValue(cause)
              : state.isEmpty() || state.startsWith("08")
                  ? new Unavailable(cause)
                  : new DbException(cause, constraint);
    };
  }

  private static @Nullable String constraintOf(SQLException cause) {
    ServerErrorMessage message =
        cause instanceof PSQLException e ? e.getServerErrorMessage() : null;
    return message == null ? null : message.getConstraint();
  }
}
