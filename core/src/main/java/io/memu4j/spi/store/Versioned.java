package io.memu4j.spi.store;

/**
 * A stored row at the version that was read.
 *
 * @param id the id of the row
 * @param version from 1
 */
public record Versioned(String id, long version) {}
