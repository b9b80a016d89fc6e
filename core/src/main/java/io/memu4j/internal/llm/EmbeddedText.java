package io.memu4j.internal.llm;

import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import org.jspecify.annotations.Nullable;

/** The text that is embedded for each kind of thing; the same wherever a vector is made. */
public final class EmbeddedText {
    private EmbeddedText() {}

    /** Who says it is part of what it says. */
    public static String of(Passage passage) {
        return passage.speaker() == null ? passage.text() : passage.speaker() + ": " + passage.text();
    }

    /** The statement, and who said it in these words. */
    public static String of(MemoryItem item) {
        return of(item.speaker(), item.summary());
    }

    /** The same for a statement that is no item yet. */
    public static String of(@Nullable String speaker, String statement) {
        return speaker == null ? statement : speaker + ": " + statement;
    }

    /** Name, description and summary. */
    public static String of(Category category) {
        return category.name().replace('_', ' ') + ": " + category.description() + "\n" + category.summary();
    }

    /** The caption, or null where there is none and hence no vector. */
    public static @Nullable String of(Resource resource) {
        return resource.caption();
    }
}
