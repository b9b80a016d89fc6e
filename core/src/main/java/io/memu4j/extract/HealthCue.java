package io.memu4j.extract;

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
