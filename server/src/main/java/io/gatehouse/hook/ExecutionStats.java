package io.gatehouse.hook;

/** How often a hook was told in the last day, and how often it took it. */
record ExecutionStats(long successCount, long requestCount) {
  static final ExecutionStats NONE = new ExecutionStats(0, 0);
}
