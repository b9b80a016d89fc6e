package io.memu4j.internal.search.text;

import io.memu4j.internal.text.Scripts;
import io.memu4j.internal.text.WordLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether a message says how later answers should be. Such a message matters for questions that it shares no word with: "always give dates
 * as day and month" for every question about a date.
 */
public enum Standing {
    /** Nothing of the kind. */
    NONE,
    /** What somebody prefers: "I prefer short walks". */
    PREFERENCE,
    /** What somebody asks for, once and for all: "Always answer in French". */
    INSTRUCTION;

    private static final String FIRST = " first";
    private static final Map<String, List<String>> LISTS = WordLists.read(Standing.class, "standing-words.txt");
    private static final Pattern INSTRUCTIONS = pattern("instruction");
    private static final Pattern PREFERENCES = pattern("preference");

    /** Returns what a message says; an instruction if it says both. */
    public static Standing of(String text) {
        String straight = text.replace('\u2019', '\'');
        if (INSTRUCTIONS.matcher(straight).find()) {
            return INSTRUCTION;
        }
        return PREFERENCES.matcher(straight).find() ? PREFERENCE : NONE;
    }

    private static Pattern pattern(String kind) {
        List<String> ways = new ArrayList<>();
        List<String> first = new ArrayList<>();
        LISTS.getOrDefault(kind + FIRST, List.of()).forEach(words -> first.add(Pattern.quote(words)));
        if (!first.isEmpty()) {
            // "Always been my favourite" tells of the past.
            ways.add("(?:^|[.!?:;\\n][^\\S\\n]*+|\\b(?:and|so|but)\\s)(?:" + String.join("|", first)
                    + ")(?![\\p{L}\\p{N}'])(?!\\s+been\\b)");
        }
        for (String words : LISTS.getOrDefault(kind, List.of())) {
            String quoted = Pattern.quote(words);
            ways.add(Scripts.hasCjk(words) ? quoted : "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])");
        }
        return Pattern.compile(String.join("|", ways), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
