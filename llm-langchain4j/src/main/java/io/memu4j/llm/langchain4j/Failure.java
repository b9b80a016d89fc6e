package io.memu4j.llm.langchain4j;

import io.memu4j.error.MemoryException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A failed attempt.
 *
 * @param error what it is for the caller
 * @param retryAfter how long the provider asks to wait, or null
 */
record Failure(MemoryException error, @Nullable Duration retryAfter) {}
