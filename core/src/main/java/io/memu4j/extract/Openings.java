package io.memu4j.extract;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes off what a spoken sentence starts and ends with and what says nothing: "Yeah, Mel, ...", "..., you know", "hahaha". */
final class Openings {
    private static final Pattern LAUGHTER = Pattern.compile(
            "(?iu)[\\s,]*(?<!\\p{L})(?:(?:ha|he|hi){2,}h?|lo+l|lmao|xd|www+|哈{2,}|呵呵+|笑)(?!\\p{L})[.!~\\s]*$");
    private static final Pattern PICTOGRAPHS = Pattern.compile("[\\p{So}\\p{Cs}\\p{Sk}\\uFE0F\\u200D]+");
    private static final Pattern PUNCTUATION_START = Pattern.compile("^[\\s,;:.!?…–—-]+");

    private final Language language;
    private final Pattern vocative;

    /** @param names the speakers, who may be addressed in the text */
    Openings(Language language, Collection<String> names) {
        this.language = language;
        StringBuilder alternatives = new StringBuilder("(?!)");
        for (String name : names) {
            String first = name.strip().split("\\s+")[0];
            String shorter = first.length() > 4 ? first.substring(0, 3) + "\\w{0,2}" : "";
            alternatives.append("|").append(Pattern.quote(first)).append(shorter.isEmpty() ? "" : "|" + shorter);
        }
        this.vocative = Pattern.compile("^(?:" + alternatives + ")(?=\\s*[,!.?…-])");
    }

    /** The sentence without them; empty when nothing else is in it. */
    String removed(String sentence) {
        String text = PICTOGRAPHS
                .matcher(sentence)
                .replaceAll(" ")
                .replaceAll("\\s{2,}", " ")
                .strip();
        String before;
        do {
            before = text;
            text = PUNCTUATION_START.matcher(text).replaceFirst("");
            text = vocative.matcher(text).replaceFirst("");
            text = withoutOpening(text);
        } while (!text.equals(before));
        text = withoutTail(LAUGHTER.matcher(text).replaceFirst(""));
        return capitalised(text.strip());
    }

    /** An opening goes only where a comma or the like shows that the sentence proper follows, or where it is a conjunction. */
    private String withoutOpening(String text) {
        Matcher opening = language.matcher(Words.OPENING, text);
        if (!opening.find() || opening.start() != 0) {
            return text;
        }
        String rest = text.substring(opening.end());
        boolean set = rest.isEmpty() || rest.matches("(?s)\\s*[,!.?…;:–-].*");
        boolean conjunction = opening.group()
                        .toLowerCase(Locale.ROOT)
                        .matches(
                                "but|and|also|plus|so|aber|und|mais|et|pero|y|mas|e|ma|luckily|fortunately|unfortunately|because|anyway")
                && rest.matches("(?s)\\s+\\S.*");
        return set || conjunction ? rest : text;
    }

    private String withoutTail(String text) {
        Matcher tail = language.matcher(Words.TAIL, text);
        while (tail.find()) {
            String after = text.substring(tail.end());
            int comma = text.substring(0, tail.start()).stripTrailing().length() - 1;
            if (after.matches("[\\s.!…]*") && comma > 0 && ",;–-".indexOf(text.charAt(comma)) >= 0) {
                return text.substring(0, comma).stripTrailing() + (after.isBlank() ? "" : after.strip());
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
