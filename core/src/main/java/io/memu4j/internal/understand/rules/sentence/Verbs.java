package io.memu4j.internal.understand.rules.sentence;

import io.memu4j.internal.text.WordLists;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** English verb forms, as far as they are known for certain. Words in lower case with straight apostrophes. */
public final class Verbs {
    private static final Map<String, List<String>> LISTS = WordLists.read(Verbs.class, "verbs-en.txt");
    private static final Set<String> CLEAR = set("clear");
    private static final Set<String> ALSO_NOUN = set("also_noun");
    private static final Set<String> PAST = set("past");
    private static final Set<String> HELPER = set("helper");
    private static final Set<String> ADVERB = set("adverb");
    private static final Map<String, String> IRREGULAR_THIRD = Map.of(
            "am", "is",
            "have", "has",
            "haven't", "hasn't",
            "do", "does",
            "don't", "doesn't",
            "go", "goes",
            "gotta", "has to",
            "wanna", "wants to",
            "gonna", "is going to");

    private Verbs() {}

    public static boolean isAdverb(String word) {
        return ADVERB.contains(word);
    }

    /** A form that is the same for every person. */
    public static boolean isUnchanging(String word) {
        return HELPER.contains(word) || isPast(word);
    }

    public static boolean isPast(String word) {
        return PAST.contains(word) || (word.length() > 3 && word.endsWith("ed") && !word.endsWith("eed"));
    }

    public static boolean isBase(String word) {
        return CLEAR.contains(word) || ALSO_NOUN.contains(word) || IRREGULAR_THIRD.containsKey(word);
    }

    /** A base form that is hardly ever anything else. */
    public static boolean isClearBase(String word) {
        return CLEAR.contains(word) || IRREGULAR_THIRD.containsKey(word);
    }

    /** The form for "he" and "she" of a base form. */
    public static String thirdPerson(String base) {
        String irregular = IRREGULAR_THIRD.get(base);
        if (irregular != null) {
            return irregular;
        }
        if (base.matches(".*(?:s|sh|ch|x|z)")) {
            return base + "es";
        }
        return base.matches(".*[^aeiou]y") ? base.substring(0, base.length() - 1) + "ies" : base + "s";
    }

    private static Set<String> set(String section) {
        return Set.copyOf(LISTS.getOrDefault(section, List.of()));
    }
}
