package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.model.MemoryType;

/** Plans, wishes and goals. */
final class PlanCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        boolean own = sentence.has(Words.FIRST_PERSON) && sentence.speaker().mayTellOfThemselves();
        if (!own || !sentence.has(Words.PLAN)) {
            return Evidence.NONE;
        }
        boolean onlyWished = sentence.has(Words.WISH) && sentence.times().isEmpty();
        return Evidence.of(1.5, onlyWished ? MemoryType.PROFILE : MemoryType.EVENT);
    }
}
