package io.memu4j.internal.search.rank;

import io.memu4j.internal.text.Scripts;
import io.memu4j.internal.text.WordLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The type of entity that a question asks for, as its words tell. A passage without such an entity is seldom the answer. */
enum AnswerType {
    /** "When", "how long", "in which year". */
    TIME,
    /** "Who", "where", "which", "what is it called". */
    NAME;

    private static final String FIRST = " first";
    private static final Map<String, List<String>> LISTS = WordLists.read(AnswerType.class, "answer-kinds.txt");
    private static final Pattern TIMES = pattern("time");
    private static final Pattern NAMES = pattern("name");

    /** Returns the type that a question asks for, or null when it may be any. */
    static @Nullable AnswerType of(String question) {
        String lower = question.toLowerCase(Locale.ROOT);
        if (TIMES.matcher(lower).find()) {
            return TIME;
        }
        return NAMES.matcher(lower).find() ? NAME : null;
    }

    private static Pattern pattern(String kind) {
        List<String> ways = new ArrayList<>();
        for (String words : LISTS.getOrDefault(kind, List.of())) {
            String quoted = Pattern.quote(words);
            ways.add(Scripts.hasCjk(words) ? quoted : "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])");
        }
        for (String words : LISTS.getOrDefault(kind + FIRST, List.of())) {
            ways.add("^[^\\p{L}]*" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])");
        }
        return Pattern.compile(String.join("|", ways));
    }
}
