package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;

/** Greetings, thanks, congratulations and good-byes. */
final class GreetingVeto implements Veto {
    private static final int SHORT = 6;

    @Override
    public boolean rejects(Sentence sentence) {
        boolean polite = !sentence.tokens().words().isEmpty()
                && (startsWith(Words.GREETING, sentence) || startsWith(Words.THANKS, sentence));
        boolean shortAndPolite =
                sentence.terms().size() < SHORT && (sentence.has(Words.GREETING) || sentence.has(Words.THANKS));
        return polite || (shortAndPolite && !sentence.has(Words.ORIGIN));
    }

    private static boolean startsWith(Words words, Sentence sentence) {
        return sentence.language().phrases(words).wordsAt(sentence.tokens(), 0) > 0;
    }
}
