package io.memu4j;

import io.memu4j.model.Passage;

/** What is embedded for a passage: who says it is part of what it says. */
final class EmbeddedText {
    private EmbeddedText() {}

    static String of(Passage passage) {
        return passage.speaker() == null ? passage.text() : passage.speaker() + ": " + passage.text();
    }
}
