package io.memu4j.extract;

import io.memu4j.model.MemoryType;

/** Work and education. */
final class WorkCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        return Evidence.of(1, MemoryType.PROFILE).when(sentence.speaker().isPerson() && sentence.has(Words.WORK));
    }
}
