package io.memu4j.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds listed words and phrases in texts. Chinese and Japanese ones are found anywhere in a text. One that ends or starts with {@code *}
 * stands for all words with that beginning or end.
 */
public final class Phrases {
    static final Phrases NONE = new Phrases(List.of());

    private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();
    private final List<String> prefixes = new ArrayList<>();
    private final List<String> suffixes = new ArrayList<>();
    private final List<String> unspaced = new ArrayList<>();

    /** @param alternatives words and phrases in lower case */
    public Phrases(List<String> alternatives) {
        for (String phrase : alternatives) {
            if (Scripts.hasIdeographOrKana(phrase)) {
                unspaced.add(phrase);
            } else if (phrase.startsWith("*")) {
                suffixes.add(phrase.substring(1));
            } else if (phrase.endsWith("*")) {
                prefixes.add(phrase.substring(0, phrase.length() - 1));
            } else {
                List<String> words = Arrays.asList(phrase.split(" "));
                byFirstWord
                        .computeIfAbsent(words.get(0), w -> new ArrayList<>())
                        .add(words);
            }
        }
        byFirstWord.values().forEach(phrases -> phrases.sort((a, b) -> b.size() - a.size()));
    }

    /** Tells whether a single word is one of them. */
    public boolean has(String word) {
        return byFirstWord.getOrDefault(word, List.of()).stream().anyMatch(phrase -> phrase.size() == 1);
    }

    public boolean in(WordTokens tokens) {
        return count(tokens, 1) > 0;
    }

    public int count(WordTokens tokens) {
        return count(tokens, Integer.MAX_VALUE);
    }

    /** Counts the words of the longest phrase that starts with word {@code at}; 0 where none starts there, or no word is there. */
    public int wordsAt(WordTokens tokens, int at) {
        if (at >= tokens.words().size()) {
            return 0;
        }
        String word = tokens.words().get(at);
        int length = longest(tokens, at, word);
        int apostrophe = word.indexOf('\'');
        if (length == 0 && apostrophe > 0) {
            // "l'université" and "mom's" have the word of the list on one side
            length = Math.max(
                    longest(tokens, at, word.substring(apostrophe + 1)),
                    word.endsWith("'s") ? longest(tokens, at, word.substring(0, apostrophe)) : 0);
        }
        boolean part = length == 0
                && (prefixes.stream().anyMatch(word::startsWith)
                        || suffixes.stream().anyMatch(word::endsWith));
        return part ? 1 : length;
    }

    /** Tells whether a text in a script without blanks starts with one of them. */
    public boolean startOf(String lower) {
        return unspaced.stream().anyMatch(lower::startsWith);
    }

    private int longest(WordTokens tokens, int at, String first) {
        List<String> words = tokens.words();
        for (List<String> phrase : byFirstWord.getOrDefault(first, List.of())) {
            int end = at + phrase.size();
            if (end <= words.size() && sameWords(phrase, words, at)) {
                return phrase.size();
            }
        }
        return 0;
    }

    private static boolean sameWords(List<String> phrase, List<String> words, int at) {
        for (int i = 1; i < phrase.size(); i++) {
            String word = words.get(at + i);
            if (!word.equals(phrase.get(i)) && !word.equals(phrase.get(i) + "'s")) {
                return false;
            }
        }
        return true;
    }

    private int count(WordTokens tokens, int enough) {
        int found = 0;
        for (int i = 0; i < tokens.words().size() && found < enough; i++) {
            int length = wordsAt(tokens, i);
            if (length > 0) {
                found++;
                i += length - 1;
            }
        }
        for (String phrase : unspaced) {
            found += found < enough && tokens.lower().contains(phrase) ? 1 : 0;
        }
        return found;
    }
}
