package io.memu4j.spi.store;

/**
 * A stored row at the version it was read.
 *
 * @param version from 1
 */
public record Versioned(String id, long version) {}
