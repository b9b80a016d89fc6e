package io.memu4j.extract;

import java.util.List;

/** Words of a text that are likely to name things. */
final class Nouns {
    private Nouns() {}

    static List<String> in(String text, Language language) {
        return Terms.content(text, language).stream()
                .filter(w -> w.length() > 3 && !Verbs.isBase(w) && !Verbs.isPast(w) && !Verbs.isAdverb(w))
                .toList();
    }
}
