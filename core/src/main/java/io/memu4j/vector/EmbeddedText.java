package io.memu4j.vector;

import io.memu4j.model.Category;
import io.memu4j.model.Passage;

/** What is embedded for something stored. Of an item it is the summary, of a resource the caption. */
public final class EmbeddedText {
    private EmbeddedText() {}

    /** Of a passage: who says it is part of what it says. */
    public static String of(Passage passage) {
        return passage.speaker() == null ? passage.text() : passage.speaker() + ": " + passage.text();
    }

    /** Of a category: what it is about, and its summary. */
    public static String of(Category category) {
        return category.name().replace('_', ' ') + ": " + category.description() + "\n" + category.summary();
    }
}
