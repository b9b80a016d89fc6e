package io.memu4j.llm.langchain4j;

/** The thread was interrupted while it waited for an answer; the thread's flag is set again. */
final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interruption(InterruptedException cause) {
        super(cause);
        Thread.currentThread().interrupt();
    }
}
