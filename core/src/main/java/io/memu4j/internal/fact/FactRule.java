package io.memu4j.internal.fact;

import io.memu4j.internal.fact.Claim.Role;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of facts.
 *
 * @param fact the thing; {@code {what}} and {@code {old}} stand for groups of the pattern
 * @param role what becomes of it
 * @param fixedValue its value where the words do not give it, or null
 * @param pattern matches a part of a sentence
 */
record FactRule(String fact, Role role, @Nullable String fixedValue, Pattern pattern) {
    private static final int LONGEST_FACT = 64;
    private static final Set<String> TRIPS = Set.of(
            "appointment:trip",
            "appointment:journey",
            "appointment:holiday",
            "appointment:vacation",
            "appointment:flight");

    /** Returns what a sentence says by this row; empty when the pattern is not in it, or only as a wish or a condition. */
    Optional<Claim> read(String sentence, Pattern unreal) {
        Matcher found = pattern.matcher(sentence);
        while (found.find()) {
            if (!unreal.matcher(clauseBefore(sentence, found.start())).find()) {
                return Optional.of(claim(found));
            }
        }
        return Optional.empty();
    }

    private Claim claim(Matcher found) {
        String value = fixedValue == null ? group(found, "v") : fixedValue;
        String named =
                fact.replace("{what}", singular(group(found, "what"))).replace("{old}", singular(group(found, "old")));
        if (named.equals("appointment:dentist") || named.equals("appointment:doctor")) {
            value = named.substring("appointment:".length()) + " " + value;
            named = "appointment:appointment";
        }
        if (TRIPS.contains(named)) {
            named = "trip";
        }
        String who = group(found, "who");
        String of = who.isEmpty() ? named : named + "/" + who.substring(who.lastIndexOf(' ') + 1);
        String digits = fact.equals("phone") ? value.replaceAll("\\D", "") : value.strip();
        return new Claim(
                of.length() > LONGEST_FACT ? of.substring(0, LONGEST_FACT) : of, role, digits, group(found, "old"));
    }

    private String group(Matcher found, String name) {
        return pattern.pattern().contains("(?<" + name + ">") ? Claim.normalized(found.group(name)) : "";
    }

    private static String singular(String words) {
        return words.length() > 3 && words.endsWith("s") && !words.endsWith("ss")
                ? words.substring(0, words.length() - 1)
                : words;
    }

    /** The words of the clause before a position. */
    private static String clauseBefore(String sentence, int end) {
        String before = sentence.substring(0, end);
        int start = 0;
        for (String boundary : new String[] {". ", "; ", ", ", ": ", "! ", " but ", " and ", " aber ", " und "}) {
            int at = before.lastIndexOf(boundary);
            start = Math.max(start, at < 0 ? 0 : at + boundary.length());
        }
        return before.substring(start);
    }
}
