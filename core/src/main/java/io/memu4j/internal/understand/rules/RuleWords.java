package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.WordLists;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The closed lists of {@code words.txt}. */
final class RuleWords {
    private static final Map<String, List<String>> LISTS = WordLists.read(RuleWords.class, "words.txt");

    private RuleWords() {}

    static Set<String> of(String name) {
        List<String> words = LISTS.get(name);
        if (words == null) {
            throw new IllegalStateException("words.txt has no list " + name + ".");
        }
        return Set.copyOf(words);
    }
}
