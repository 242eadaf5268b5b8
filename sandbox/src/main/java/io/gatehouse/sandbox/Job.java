package io.gatehouse.sandbox;

/**
 * A script to run.
 *
 * @param script what is evaluated first
 * @param function the name of the function that it must have declared
 * @param input the function's one argument, as JSON
 * @param mayDeny whether the argument gets a member {@code api} with {@code denyAccess(message)}
 */
public record Job(String script, String function, String input, boolean mayDeny) {
  public Job {
    if (!function.matches("[A-Za-z]{1,64}")) {
      throw new IllegalArgumentException("not the name of a function: " + function);
    }
  }
}
