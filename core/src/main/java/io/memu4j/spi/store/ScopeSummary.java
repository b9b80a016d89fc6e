package io.memu4j.spi.store;

import io.memu4j.model.MemoryScope;
import java.time.Instant;

/** A scope as an administrator sees it. */
public record ScopeSummary(MemoryScope scope, Watermark watermark, Instant createdAt) {}
