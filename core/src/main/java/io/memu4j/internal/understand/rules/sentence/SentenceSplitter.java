package io.memu4j.internal.understand.rules.sentence;

import io.memu4j.internal.text.Language;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text into sentences: the platform's rules of the language, repaired where they break after abbreviations. */
public final class SentenceSplitter {
    private static final Pattern ABBREVIATED = Pattern.compile(
            "(?:^|.*[\\s(\"“])(?:Mr|Mrs|Ms|Dr|Prof|St|Mt|Jr|Sr|vs|etc|approx|e\\.g|i\\.e|No|Inc|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|z\\.B|bzw|ca|usw|Nr|(?:\\p{Lu}\\.)*\\p{Lu})\\.\\s*$",
            Pattern.DOTALL);
    /** The platform's rules lose a full stop before them. */
    private static final Pattern PICTOGRAPHS = Pattern.compile("[\\p{So}\\p{Cs}\\p{Sk}\\uFE0F\\u200D]+");

    private static final Pattern LINES =
            Pattern.compile("\\s*\\R\\s*\\R\\s*|(?<=[.!?。！？:])\\s*\\R\\s*|\\R(?=\\s*(?:[-*•]|\\d+[.)])\\s)");

    private SentenceSplitter() {}

    public static List<String> sentences(String text, Language language) {
        List<String> sentences = new ArrayList<>();
        for (String block : LINES.split(text)) {
            String line = PICTOGRAPHS
                    .matcher(block)
                    .replaceAll(" ")
                    .replaceAll("\\s+", " ")
                    .strip();
            if (!line.isEmpty()) {
                split(line, language, sentences);
            }
        }
        return sentences;
    }

    private static void split(String line, Language language, List<String> into) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(language.locale());
        breaks.setText(line);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String sentence = line.substring(start, end);
            if (!ABBREVIATED.matcher(sentence).matches() || end == line.length()) {
                add(sentence.strip(), into);
                start = end;
            }
        }
    }

    /** What has no letter, such as an emoji or "...", goes with the sentence before it or is dropped. */
    private static void add(String sentence, List<String> into) {
        if (sentence.codePoints().anyMatch(Character::isLetterOrDigit)) {
            into.add(sentence);
        }
    }
}
