package io.gatehouse.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which passwords a tenant accepts, in the shape of the sign-in settings. A part that is absent
 * stays absent when stored; a part that is given has its missing members filled in.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PasswordPolicy(
    @Nullable Length length, @Nullable CharacterTypes characterTypes, @Nullable Rejects rejects) {
  private static final Length ANY_LENGTH = new Length(null, null);
  private static final CharacterTypes ANY_TYPES = new CharacterTypes(null);
  private static final Rejects USUAL = new Rejects(null, null, null, null);

  /** The policy of a tenant that has set nothing. */
  public static final PasswordPolicy STANDARD = new PasswordPolicy(null, null, null);

  /** Least and most characters, counted as Unicode code points. */
  public record Length(
      @Nullable @Min(1) @Max(1024) Integer min, @Nullable @Min(1) @Max(1024) Integer max) {
    public Length {
      min = min == null ? Integer.valueOf(8) : min;
      max = max == null ? Integer.valueOf(256) : max;
    }
  }

  /**
   * How many of the four kinds of characters must occur: capitals, small letters, digits, symbols.
   */
  public record CharacterTypes(@Nullable @Min(1) @Max(4) Integer min) {
    public CharacterTypes {
      min = min == null ? Integer.valueOf(1) : min;
    }
  }

  /** What else is refused; {@code words} are compared without regard to case. */
  public record Rejects(
      @Nullable Boolean pwned,
      @Nullable Boolean repetitionAndSequence,
      @Nullable Boolean userInfo,
      @Nullable List<String> words) {
    public Rejects {
      pwned = pwned == null ? Boolean.TRUE : pwned;
      repetitionAndSequence = repetitionAndSequence == null ? Boolean.TRUE : repetitionAndSequence;
      userInfo = userInfo == null ? Boolean.TRUE : userInfo;
      words = words == null ? List.of() : List.copyOf(words);
    }
  }

  /** Whether no password is both long and short enough. */
  public boolean acceptsNothing() {
    return minimum() > maximum();
  }

  int minimum() {
    return number((length == null ? ANY_LENGTH : length).min());
  }

  int maximum() {
    return number((length == null ? ANY_LENGTH : length).max());
  }

  int minimumTypes() {
    return number((characterTypes == null ? ANY_TYPES : characterTypes).min());
  }

  boolean rejectsPwned() {
    return Boolean.TRUE.equals(effectiveRejects().pwned());
  }

  boolean rejectsRepetitionAndSequence() {
    return Boolean.TRUE.equals(effectiveRejects().repetitionAndSequence());
  }

  /** Whether a check needs to know whose password it is. */
  public boolean rejectsUserInfo() {
    return Boolean.TRUE.equals(effectiveRejects().userInfo());
  }

  List<String> words() {
    List<String> words = effectiveRejects().words();
    return words == null ? List.of() : words;
  }

  private Rejects effectiveRejects() {
    return rejects == null ? USUAL : rejects;
  }

  private static int number(@Nullable Integer filled) {
    return filled == null ? 0 : filled;
  }
}
