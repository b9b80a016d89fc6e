package io.memu4j.admin;

import io.memu4j.model.MemoryScope;
import io.memu4j.model.Watermark;
import java.time.Instant;

/** A scope as an administrator sees it. */
public record ScopeSummary(MemoryScope scope, Watermark watermark, Instant createdAt) {}
