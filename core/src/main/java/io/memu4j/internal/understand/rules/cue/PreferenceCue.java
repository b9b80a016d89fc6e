package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.model.MemoryType;

/** Likes, dislikes and interests. */
final class PreferenceCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        boolean own = sentence.has(Words.FIRST_PERSON) && sentence.speaker().mayTellOfThemselves();
        return Evidence.of(1.5, MemoryType.PROFILE).when(own && sentence.has(Words.PREFERENCE));
    }
}
