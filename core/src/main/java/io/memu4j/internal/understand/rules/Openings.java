package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Language;
import io.memu4j.internal.text.Phrases;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.internal.text.Words;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes off what a spoken sentence starts and ends with and what says nothing: "Yeah, Mel, ...", "..., you know", "hahaha". */
final class Openings {
    private static final Pattern LAUGHTER = Pattern.compile(
            "(?iu)[\\s,]*(?<!\\p{L})(?:(?:ha|he|hi){2,}h?|lo+l|lmao|xd|www+|哈{2,}|呵呵+|笑)(?!\\p{L})[.!~\\s]*$");
    private static final Pattern SHOWING = Pattern.compile(
            "(?iu)\\s*(?:[-–,;.!]|\\band)\\s*(?:check (?:it|this|that|them|these) out|check out (?:this|these|the|my)\\b.*|(?:take a )?look at (?:this|it|these)\\b.*|take a look|here['’]s (?:something\\b.*|(?:a|the|one|my) (?:\\w+ )?(?:pic|photo|picture|shot)\\b.*))[.!\\s]*$");
    private static final Pattern PUNCTUATION_START = Pattern.compile("^[\\s,;:.!?…–—-]+");

    private static final Pattern SET_OFF = Pattern.compile("\\s*[,!.?…;:–-]");
    private static final Set<String> CONJUNCTIONS = Set.of(
            "but",
            "and",
            "btw",
            "also",
            "plus",
            "so",
            "because",
            "anyway",
            "luckily",
            "fortunately",
            "unfortunately",
            "aber",
            "und",
            "mais",
            "et",
            "pero",
            "y",
            "mas",
            "e",
            "ma");

    private final Language language;
    private final Pattern vocative;
    private final Pattern called;
    private final Pattern addressed;

    /** @param names the speakers, who may be addressed in the text */
    Openings(Language language, Collection<String> names) {
        this.language = language;
        StringBuilder alternatives = new StringBuilder("(?!)");
        for (String name : names) {
            String first = name.strip().split("\\s+")[0];
            alternatives.append("|").append(Pattern.quote(first));
            if (first.codePointCount(0, first.length()) > 4) {
                String shorter = first.substring(0, first.offsetByCodePoints(0, 3));
                alternatives.append("|").append(Pattern.quote(shorter)).append("\\w{0,2}");
            }
        }
        this.vocative = Pattern.compile("^(?:" + alternatives + ")(?=\\s*[,!.?…-])");
        this.called = Pattern.compile("\\s+(?:" + alternatives + ")\\s*[,!.?…-]");
        this.addressed = Pattern.compile(",\\s*(?:" + alternatives + ")(?=\\s*[!.…]*$)");
    }

    /** Whether {@code word} may be {@code name} as used in speech: its first word, or a short form of it. */
    static boolean mayName(String word, String name) {
        String first = name.strip().split("\\s+")[0];
        boolean shortForm = first.length() > 4
                && word.length() >= 3
                && word.length() <= 5
                && first.startsWith(word.substring(0, 3));
        return first.equals(word) || (shortForm && Character.isUpperCase(word.charAt(0)));
    }

    /** The sentence without them; empty when nothing else is in it. */
    String removed(String sentence) {
        String text = sentence.strip();
        String before;
        do {
            before = text;
            text = PUNCTUATION_START.matcher(text).replaceFirst("");
            text = vocative.matcher(text).replaceFirst("");
            text = withoutOpening(text);
        } while (!text.equals(before));
        text = withoutTail(
                SHOWING.matcher(LAUGHTER.matcher(text).replaceFirst("")).replaceFirst(""));
        text = addressed.matcher(text).replaceFirst("");
        return capitalised(text.strip());
    }

    /** An opening goes only where a comma or the like shows that the sentence proper follows, or where it is a conjunction. */
    private String withoutOpening(String text) {
        WordTokens tokens = WordTokens.of(text);
        int length = tokens.words().isEmpty() || tokens.starts().get(0) > 0
                ? 0
                : language.phrases(Words.OPENING).wordsAt(tokens, 0);
        if (length == 0) {
            return text;
        }
        String opening = String.join(" ", tokens.words().subList(0, length));
        String rest = text.substring(tokens.ends().get(length - 1));
        boolean set = rest.isEmpty() || SET_OFF.matcher(rest).lookingAt();
        boolean named = called.matcher(rest).lookingAt();
        return set || named || (CONJUNCTIONS.contains(opening) && rest.startsWith(" ")) ? rest : text;
    }

    /** A tail goes only where it ends the sentence after a comma or the like. */
    private String withoutTail(String text) {
        WordTokens tokens = WordTokens.of(text);
        Phrases tails = language.phrases(Words.TAIL);
        for (int i = 1; i < tokens.words().size(); i++) {
            String before = text.substring(0, tokens.starts().get(i)).stripTrailing();
            if (i + tails.wordsAt(tokens, i) == tokens.words().size() && before.matches("(?s).*[,;–-]")) {
                String marks = text.substring(tokens.ends().get(tokens.words().size() - 1))
                        .strip();
                return before.substring(0, before.length() - 1).stripTrailing() + marks;
            }
        }
        return text;
    }

    private static String capitalised(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toTitleCase(first))
                .append(text.substring(Character.charCount(first)))
                .toString();
    }
}
