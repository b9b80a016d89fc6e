package io.memu4j.internal.understand.rules.sentence;

import io.memu4j.internal.text.Language;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a text into sentences: the platform's rules of the language, except after abbreviations and within quotation marks. */
public final class SentenceSplitter {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "mt", "jr", "sr", "vs", "etc", "approx", "e.g", "i.e", "no", "inc",
            "ltd", "co", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "z.b",
            "bzw", "ca", "usw", "nr", "sra", "dra", "mme", "d.h", "u.a", "p.s");

    private SentenceSplitter() {}

    /** The sentences of one line of text, each as written. What has no letter goes with the sentence before it. */
    public static List<String> sentences(String line, Language language) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(language.locale());
        breaks.setText(line);
        List<String> sentences = new ArrayList<>();
        boolean[] quoted = Quotation.within(line);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            boolean whole =
                    end == line.length() || (!(quoted[end - 1] && quoted[end]) && !abbreviated(line, start, end));
            if (whole) {
                String sentence = line.substring(start, end).strip();
                if (sentence.codePoints().anyMatch(Character::isLetterOrDigit)) {
                    sentences.add(sentence);
                } else if (!sentences.isEmpty()) {
                    sentences.set(sentences.size() - 1, sentences.get(sentences.size() - 1) + " " + sentence);
                }
                start = end;
            }
        }
        return sentences;
    }

    private static boolean abbreviated(String line, int start, int end) {
        int last = end;
        while (last > start && Character.isWhitespace(line.charAt(last - 1))) {
            last--;
        }
        if (last <= start || line.charAt(last - 1) != '.') {
            return false;
        }
        int first = last - 1;
        while (first > start
                && !Character.isWhitespace(line.charAt(first - 1))
                && "(\"“".indexOf(line.charAt(first - 1)) < 0) {
            first--;
        }
        String word = line.substring(first, last - 1);
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I");
        boolean initials = word.indexOf('.') > 0 && word.chars().allMatch(c -> c == '.' || Character.isUpperCase(c));
        boolean ordinal = word.length() < 3 && word.chars().allMatch(Character::isDigit) && end < line.length();
        return initial || initials || ordinal || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }
}
