package io.memu4j.internal.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Detects the language of a text by its script and its small words. */
public final class LanguageDetector {
    /** The detector reads no further than this. */
    private static final int LONGEST = 2_000;

    private static final Map<String, List<Language>> BY_WORD = new HashMap<>();

    static {
        for (Language language : Language.SPACED) {
            language.stopWords().forEach(word -> BY_WORD.computeIfAbsent(word, w -> new ArrayList<>())
                    .add(language));
        }
    }

    private final int[] votes = new int[Language.SPACED.size()];
    private int latin;
    private int otherScripts;

    private LanguageDetector(String text) {
        int start = 0;
        int end = Math.min(text.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                latin += c < 0x250 ? 1 : 0;
                otherScripts += c < 0x250 ? 0 : 1;
            } else if (!isApostrophe(c) || i == start) {
                vote(text, start, i);
                start = i + 1;
            }
        }
        vote(text, start, end);
    }

    /** Returns the likeliest language: by a single character of Chinese or Japanese, by a single small word, or English. */
    static Language likeliest(String text) {
        if (Scripts.hasKana(text)) {
            return Language.JAPANESE;
        }
        return Scripts.hasIdeographOrKana(text) ? Language.CHINESE : new LanguageDetector(text).mostVotes(0);
    }

    /**
     * Returns the language in Latin letters that the text is mostly written in, or null where it is written in another script. A
     * language other than English needs two small words, and more than English has.
     */
    public static @Nullable Language latin(String text) {
        LanguageDetector detector = new LanguageDetector(text);
        return detector.otherScripts > detector.latin / 4 ? null : detector.mostVotes(1);
    }

    private void vote(String text, int start, int end) {
        int last = end > start && isApostrophe(text.charAt(end - 1)) ? end - 1 : end;
        if (last > start) {
            String word = text.substring(start, last).toLowerCase(Locale.ROOT).replace('’', '\'');
            for (Language language : BY_WORD.getOrDefault(word, List.of())) {
                votes[Language.SPACED.indexOf(language)]++;
            }
        }
    }

    /** English where no language has more votes than it and than {@code least}. */
    private Language mostVotes(int least) {
        Language best = Language.ENGLISH;
        int most = Math.max(least, votes[0]);
        for (int i = 1; i < votes.length; i++) {
            if (votes[i] > most) {
                best = Language.SPACED.get(i);
                most = votes[i];
            }
        }
        return best;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }
}
