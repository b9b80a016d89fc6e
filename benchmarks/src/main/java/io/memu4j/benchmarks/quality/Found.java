package io.memu4j.benchmarks.quality;

import java.util.List;

/**
 * What a memory found for a question, best first, without repetition.
 *
 * @param messages those that the passages found are of
 * @param sessions by the list of sources of the result
 */
record Found(List<MessageId> messages, List<Integer> sessions) {}
