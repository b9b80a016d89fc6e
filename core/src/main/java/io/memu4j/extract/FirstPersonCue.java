package io.memu4j.extract;

/** Somebody speaks of themselves. */
final class FirstPersonCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        return Evidence.plain(sentence.speaker().mayTellOfThemselves() ? 1.5 : 0.5)
                .when(sentence.has(Words.FIRST_PERSON));
    }
}
