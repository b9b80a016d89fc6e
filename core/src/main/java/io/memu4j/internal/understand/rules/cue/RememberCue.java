package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;

/** Somebody asks to remember it. */
final class RememberCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        return Evidence.plain(3).when(sentence.has(Words.REMEMBER));
    }
}
