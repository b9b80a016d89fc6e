package io.memu4j.internal.llm.answer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes out of an answer what a model thought before it spoke. Takes time in proportion to the answer. */
final class Thoughts {
    private static final Pattern TAG =
            Pattern.compile("<(/?)(think|thinking|thought|reasoning)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGIN =
            Pattern.compile("<(?:think|thinking|thought|reasoning)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern END =
            Pattern.compile("</(?:think|thinking|thought|reasoning)>", Pattern.CASE_INSENSITIVE);

    private Thoughts() {}

    /** What is said; an answer that begins with JSON has no thoughts, whatever its texts say. Blank where there are thoughts and nothing else. */
    static String removed(String text) {
        int at = spoken(text, 0);
        Matcher begin = BEGIN.matcher(text);
        Matcher end = END.matcher(text);
        while (begin.region(at, text.length()).lookingAt()) {
            if (!end.find(at)) {
                return "";
            }
            at = spoken(text, end.end());
        }
        boolean isJson = at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '[');
        return isJson ? text.substring(at) : withoutPairs(text.substring(unopened(text, at, end)));
    }

    /** What follows the tag that begins an answer, where it is never closed: a model that only thought may have written its answer there. */
    static String withoutFirstTag(String text) {
        Matcher begin = BEGIN.matcher(text);
        return begin.find() ? text.substring(begin.end()) : text;
    }

    private static int spoken(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The end of thoughts without a beginning: the first one anywhere, others only before the JSON. */
    private static int unopened(String text, int from, Matcher end) {
        int last = from;
        int json = text.indexOf('{', from);
        boolean found = end.find(from);
        while (found && (json < 0 || last == from || end.start() < json)) {
            last = end.end();
            json = json < 0 || json >= last ? json : text.indexOf('{', last);
            found = end.find();
        }
        return last;
    }

    private static String withoutPairs(String text) {
        Map<String, Integer> lastEnds = new HashMap<>();
        TAG.matcher(text)
                .results()
                .filter(tag -> !tag.group(1).isEmpty())
                .forEach(tag -> lastEnds.put(tag.group(2).toLowerCase(Locale.ROOT), tag.start()));
        StringBuilder said = new StringBuilder();
        @Nullable String open = null;
        int from = 0;
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            String name = tag.group(2).toLowerCase(Locale.ROOT);
            boolean opens = tag.group(1).isEmpty();
            if (open == null && opens && lastEnds.getOrDefault(name, -1) > tag.start()) {
                said.append(text, from, tag.start()).append(' ');
                open = name;
            } else if (name.equals(open) && !opens) {
                open = null;
                from = tag.end();
            }
        }
        return said.append(text, from, text.length()).toString();
    }
}
