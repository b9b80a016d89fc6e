package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import java.util.List;
import java.util.Set;

/** Finds verbs by their form and by the lists of their language. */
final class Verbs {
    /** Behind them a form of the past tells a state: "I'm excited". */
    private static final Set<String> STATES = RuleWords.of("Verbs.states");

    private static final int LEAST_LETTERS = 4;

    private Verbs() {}

    /** Whether the word at a place is a form of "be", an auxiliary, or a past tense. */
    static boolean isVerb(Sentence sentence, int at) {
        return sentence.isAt(Words.BE, at) || isPast(sentence, at);
    }

    static boolean isPast(Sentence sentence, int at) {
        List<String> words = sentence.tokens().words();
        if (at >= words.size()) {
            return false;
        }
        String word = words.get(at);
        boolean state = at > 0 && STATES.contains(words.get(at - 1)) && (word.endsWith("ed") || word.equals("got"));
        boolean regular = sentence.language().isEnglish()
                && word.length() >= LEAST_LETTERS
                && word.endsWith("ed")
                && !word.endsWith("eed");
        return !state && (regular || sentence.isAt(Words.PAST, at));
    }

    /** Whether a verb may start at a place, with the adverbs and additions before it: "Ana no longer works", "Ana from Bonn is". */
    static boolean isPredicate(Sentence sentence, int at) {
        if (at >= sentence.tokens().words().size()) {
            return false;
        }
        String word = sentence.tokens().words().get(at);
        boolean third = endsInS(word) && !sentence.isCapital(at);
        boolean added = word.equals("no") || sentence.isAt(Words.ADVERB, at) || sentence.isAt(Words.STARTER, at);
        return isVerb(sentence, at) || (sentence.language().isEnglish() && (third || added));
    }

    /** Whether a verb follows the word at a place. */
    static boolean follows(Sentence sentence, int from) {
        List<String> words = sentence.tokens().words();
        for (int i = from + 1; i < words.size(); i++) {
            String word = words.get(i);
            boolean third = (word.endsWith("s") && isBase(sentence, word.substring(0, word.length() - 1)))
                    || (sentence.isCapital(i - 1) && isPredicate(sentence, i));
            if (third || isVerb(sentence, i) || isBase(sentence, word)) {
                return true;
            }
        }
        return false;
    }

    static boolean isBase(Sentence sentence, String word) {
        return sentence.language().phrases(Words.BASE).has(word);
    }

    /** The end of a plural, and of a verb in the third person. */
    static boolean endsInS(String word) {
        return word.length() >= LEAST_LETTERS && word.endsWith("s") && !word.endsWith("ss");
    }
}
