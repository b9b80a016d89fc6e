package io.memu4j.extract;

import io.memu4j.model.MemoryType;

/** What somebody does again and again. */
final class RoutineCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        boolean own = sentence.has(Words.FIRST_PERSON) && sentence.speaker().isPerson();
        return Evidence.of(own ? 2 : 0.5, MemoryType.BEHAVIOR).when(sentence.has(Words.ROUTINE));
    }
}
