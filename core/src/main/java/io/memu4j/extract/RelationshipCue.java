package io.memu4j.extract;

import io.memu4j.model.MemoryType;

/** Family, friends and pets. */
final class RelationshipCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        return Evidence.of(1, MemoryType.PROFILE).when(sentence.speaker().isPerson() && sentence.has(Words.FAMILY));
    }
}
