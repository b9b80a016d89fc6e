package io.memu4j.llm.langchain4j;

import java.time.Duration;

/** Waits; a seam for tests. */
@FunctionalInterface
interface Pause {
    void forTime(Duration time) throws InterruptedException;
}
