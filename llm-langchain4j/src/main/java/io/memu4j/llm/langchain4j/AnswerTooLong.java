package io.memu4j.llm.langchain4j;

import java.io.IOException;

/** The answer is longer than any answer of a model. */
final class AnswerTooLong extends IOException {
    private static final long serialVersionUID = 1L;

    private final int mostBytes;

    AnswerTooLong(int mostBytes) {
        super("The answer has more than " + mostBytes + " bytes.");
        this.mostBytes = mostBytes;
    }

    int mostBytes() {
        return mostBytes;
    }
}
