package io.memu4j.internal.time;

import io.memu4j.model.HappenedAt;

/**
 * A time expression found in a text.
 *
 * @param start index of its first UTF-16 unit
 * @param end index after its last
 * @param when the span it stands for, in local time
 * @param relative whether the span follows from the moment of speaking ("last week") and not from the words alone ("8 May 2023")
 */
public record TimeMention(int start, int end, HappenedAt when, boolean relative) {}
