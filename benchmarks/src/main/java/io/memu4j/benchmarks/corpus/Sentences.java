package io.memu4j.benchmarks.corpus;

import java.util.Random;

/** Made-up sentences whose words are as unevenly common as those of a language: the n-th word comes about 1/n times as often as the first. */
final class Sentences {
    private static final int VOCABULARY = 20_000;
    private static final String[] FUNCTION_WORDS = "the of and to in is you that it for was on are as with".split(" ");
    private static final String CONSONANTS = "bcdfghklmnprstvw";
    private static final String VOWELS = "aeiou";

    private final Random random;
    private final double scale = Math.log(VOCABULARY);

    Sentences(Random random) {
        this.random = random;
    }

    /** A sentence of so many words, about half of them function words. */
    String next(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ");
            text.append(random.nextBoolean() ? FUNCTION_WORDS[random.nextInt(FUNCTION_WORDS.length)] : word());
        }
        return text.append('.').toString();
    }

    /** A word of the vocabulary. */
    String word() {
        return word((int) Math.exp(random.nextDouble() * scale));
    }

    private static String word(int rank) {
        StringBuilder word = new StringBuilder();
        int rest = rank + 37;
        while (rest > 0) {
            word.append(CONSONANTS.charAt(rest % 16)).append(VOWELS.charAt(rest / 16 % 5));
            rest /= 80;
        }
        return word.toString();
    }
}
