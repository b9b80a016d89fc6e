package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.model.MemoryType;

/** Health, diets and treatments. */
final class HealthCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        if (!sentence.speaker().mayTellOfThemselves() || !sentence.has(Words.HEALTH)) {
            return Evidence.NONE;
        }
        return sentence.has(Words.FIRST_PERSON) ? Evidence.of(1, MemoryType.PROFILE) : Evidence.plain(0.75);
    }
}
