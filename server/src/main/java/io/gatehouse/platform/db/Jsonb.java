package io.gatehouse.platform.db;

/** A parameter that is a JSON document: bound as {@code jsonb}. */
public record Jsonb(String text) {}
