package io.gatehouse.platform.config;

/** How the log is written. */
public enum LogFormat {
  /** For people at a terminal. */
  TEXT,
  /** One JSON object a line, for collectors. */
  JSON
}
