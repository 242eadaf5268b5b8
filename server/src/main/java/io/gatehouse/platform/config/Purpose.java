package io.gatehouse.platform.config;

/**
 * What this process is for.
 *
 * @param serves whether requests are answered and work is done in the background, until a signal
 *     comes; else one command runs, and nothing else
 */
public record Purpose(boolean serves) {}
