package io.memu4j.internal.memorize;

import io.memu4j.internal.write.PendingWrite;
import java.util.List;

/**
 * The plan of one memorize.
 *
 * @param write what to write
 * @param itemIds ids of the items that the source states, in the order of the text, whether they are written or stored already
 * @param leftOut how many statements of a model do not count and why, a line for each answer
 * @param understood whether a part of what was read gave a usable answer, or nothing was read
 */
record SourcePlan(PendingWrite write, List<String> itemIds, List<String> leftOut, boolean understood) {}
