package io.gatehouse.platform.db;

import java.io.InputStream;

/** Bytes too many to hold in memory: read while they are sent to the database. */
public record LongBytes(InputStream content, int length) {}
