package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.model.MemoryType;

/** The sentence names a time. */
final class TimeCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        return Evidence.of(1, MemoryType.EVENT).when(!sentence.times().isEmpty());
    }
}
