package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.model.MemoryType;

/** How a tool is used; of use where the type tool is configured. */
final class ToolCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        return Evidence.of(1.5, MemoryType.TOOL).when(sentence.count(Words.TOOL) >= 2);
    }
}
