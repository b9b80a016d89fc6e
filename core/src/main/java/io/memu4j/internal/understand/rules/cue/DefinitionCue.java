package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.model.MemoryType;

/** What something is, means, needs or does, said of no person. */
final class DefinitionCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        boolean ofPeople =
                sentence.has(Words.FIRST_PERSON) || (!sentence.isWritten() && sentence.has(Words.SECOND_PERSON));
        return Evidence.of(sentence.speaker().isPerson() ? 1 : 2, MemoryType.KNOWLEDGE)
                .when(!ofPeople && sentence.has(Words.MEANING));
    }
}
