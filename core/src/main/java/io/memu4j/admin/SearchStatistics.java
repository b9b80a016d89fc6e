package io.memu4j.admin;

/**
 * What the cache of a searcher holds, and how it did since it was made. Counted without a lock: figures read while searches run may be of
 * slightly different moments.
 *
 * @param scopes whose index is in the heap
 * @param bytes that they take together, about
 * @param capacityBytes that they may take
 * @param hits searches that found an index
 * @param misses searches that found none
 * @param loads times that a scope was read whole
 * @param catchUps times that only the changes of a scope were read
 * @param evictions indexes that were dropped to make room, or not kept because they alone take more than the capacity
 */
public record SearchStatistics(
        int scopes,
        long bytes,
        long capacityBytes,
        long hits,
        long misses,
        long loads,
        long catchUps,
        long evictions) {}
