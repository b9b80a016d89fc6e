package io.memu4j.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds listed words and phrases in texts. Chinese and Japanese ones are found anywhere in a text. One that ends with {@code *} stands for
 * all words with that beginning.
 */
public final class Phrases {
    static final Phrases NONE = new Phrases(List.of());

    private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();
    private final List<String> prefixes = new ArrayList<>();
    private final List<String> unspaced = new ArrayList<>();

    Phrases(List<String> alternatives) {
        for (String phrase : alternatives) {
            if (Scripts.hasIdeographOrKana(phrase)) {
                unspaced.add(phrase);
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

    public boolean in(WordTokens tokens) {
        return count(tokens, 1) > 0;
    }

    public int count(WordTokens tokens) {
        return count(tokens, Integer.MAX_VALUE);
    }

    /** Counts the words of the longest phrase that starts with word {@code at}; 0 where none starts there. */
    public int wordsAt(WordTokens tokens, int at) {
        List<String> words = tokens.words();
        for (List<String> phrase : byFirstWord.getOrDefault(words.get(at), List.of())) {
            int end = at + phrase.size();
            if (end <= words.size() && words.subList(at, end).equals(phrase)) {
                return phrase.size();
            }
        }
        return prefixes.stream().anyMatch(words.get(at)::startsWith) ? 1 : 0;
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
