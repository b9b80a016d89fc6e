package io.memu4j.extract;

import io.memu4j.model.MemoryType;

/** Somebody speaks of themselves. */
final class FirstPersonCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        boolean ofThemselves = sentence.has(Words.FIRST_PERSON);
        return Evidence.of(sentence.speaker().isPerson() ? 1.5 : 0.5, MemoryType.PROFILE)
                .when(ofThemselves);
    }
}
