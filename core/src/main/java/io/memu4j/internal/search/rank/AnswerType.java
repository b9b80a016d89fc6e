package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.text.SearchWordLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The type of entity that a question asks for, as its words tell. A passage without such an entity is seldom the answer. */
enum AnswerType {
    /** "When", "how long", "in which year". */
    TIME,
    /** "Who", "where", "which", "what is it called". */
    NAME;

    private static final String FIRST = " first";
    private static final String LIST = "answer-kinds.txt";
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
        for (String line : SearchWordLists.lines(LIST)) {
            String[] parts = line.split(" = ");
            String words =
                    List.of(parts[1].split(", ")).stream().map(Pattern::quote).collect(Collectors.joining("|"));
            if (parts[0].equals(kind)) {
                ways.add(
                        SearchWordLists.isUnspaced(parts[1])
                                ? words
                                : "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
            } else if (parts[0].equals(kind + FIRST)) {
                ways.add("^[^\\p{L}]*(?:" + words + ")(?![\\p{L}\\p{N}])");
            }
        }
        return Pattern.compile(String.join("|", ways));
    }
}
