package io.memu4j.internal.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says of one thing that changes.
 *
 * @param fact the thing, such as {@code home} or {@code home/sister}, at most 64 UTF-16 units
 * @param role what becomes of it
 * @param value its value, normalized, or empty when none is named
 * @param old the value before, normalized, or empty when none is named
 */
public record Claim(String fact, Role role, String value, String old) {
    private static final Pattern ARTICLE = Pattern.compile(
            "^(?:(?:a|an|the|my|our|his|her|their|some|any|der|die|das|den|ein|eine|einen|mein|meine|meinen) )+");

    /** What becomes of the thing. */
    public enum Role {
        /** It has this value, and no other. */
        ONE,
        /** It has this value, perhaps beside others. */
        SOME,
        /** It has this value from then on. */
        CHANGE,
        /** It does not hold any more. */
        END
    }

    /** Returns the thing without the words of the statement that complete its name. */
    String kind() {
        String[] parts = fact.split("[:/]", 2);
        return parts[0].contains(" ") ? parts[0].substring(0, parts[0].indexOf(' ')) : parts[0];
    }

    /** Returns whether a person may have several at a time, told apart by names. */
    boolean isAppointment() {
        return fact.startsWith("appointment:") || fact.equals("trip");
    }

    /** Returns whether both name the same value: one may say it with more words. */
    static boolean same(String one, String other) {
        Set<String> mine = new HashSet<>(List.of(one.split(" ")));
        Set<String> theirs = new HashSet<>(List.of(other.split(" ")));
        return mine.containsAll(theirs) || theirs.containsAll(mine);
    }

    /** Lower case, words and numbers alone, no article in front. */
    static String normalized(@Nullable String words) {
        if (words == null) {
            return "";
        }
        String plain = words.toLowerCase(Locale.ROOT)
                .replaceAll("['’]s\\b", "")
                .replaceAll("[^\\p{L}\\p{N}+#]+", " ")
                .strip();
        return ARTICLE.matcher(plain).replaceFirst("");
    }
}
