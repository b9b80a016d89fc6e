package io.memu4j.admin;

import io.memu4j.model.MemoryScope;
import io.memu4j.model.Watermark;
import java.time.Instant;

/**
 * A scope as an operator sees it.
 *
 * @param scope the user and the agent
 * @param watermark its revision, with which a later state can be compared
 * @param createdAt when it was first written
 */
public record ScopeSummary(MemoryScope scope, Watermark watermark, Instant createdAt) {}
