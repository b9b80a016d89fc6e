package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.model.MemoryType;

/** What somebody is able to do; of use where the type skill is configured. */
final class AbilityCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        return Evidence.of(2, MemoryType.SKILL).when(sentence.has(Words.ABLE));
    }
}
