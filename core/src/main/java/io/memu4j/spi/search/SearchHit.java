package io.memu4j.spi.search;

/**
 * A unit found.
 *
 * @param id of the passage, item, category or resource
 * @param score higher is better; comparable within one search only
 */
public record SearchHit(String id, double score) {}
