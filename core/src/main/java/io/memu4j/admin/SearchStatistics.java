package io.memu4j.admin;

/**
 * The content and the use of a searcher's cache since it was made. Counted without a lock: values read during searches may be of slightly
 * different moments.
 *
 * @param scopes the number of scopes whose index is in the heap
 * @param bytes the approximate heap that the indexes take together
 * @param capacityBytes the heap that they may take
 * @param hits searches that found an index
 * @param misses searches that found none
 * @param loads how often a scope was read whole
 * @param catchUps how often only the changes of a scope were read
 * @param evictions indexes that were dropped to make room, or not kept because they exceed the capacity alone
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
