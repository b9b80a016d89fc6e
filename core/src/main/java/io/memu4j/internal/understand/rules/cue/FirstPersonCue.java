package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;

/** Somebody speaks of themselves. */
final class FirstPersonCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        return Evidence.plain(sentence.speaker().mayTellOfThemselves() ? 1.5 : 0.5)
                .when(sentence.has(Words.FIRST_PERSON));
    }
}
