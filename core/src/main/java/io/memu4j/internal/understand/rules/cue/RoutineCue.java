package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.internal.understand.rules.sentence.Speaker;
import io.memu4j.model.MemoryType;

/** What somebody does again and again. */
final class RoutineCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        boolean own = sentence.has(Words.FIRST_PERSON) && sentence.speaker().kind() != Speaker.Kind.ASSISTANT;
        return Evidence.of(2, MemoryType.BEHAVIOR).when(own && sentence.has(Words.ROUTINE));
    }
}
