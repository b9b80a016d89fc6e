package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;

/** Talk about the talk, the moment, the weather or the mood, and words addressed to the listener. */
final class ChatterCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        double against = 0;
        against += sentence.has(Words.CHATTING) ? 2 : 0;
        against += sentence.has(Words.NOW) ? 1.5 : 0;
        against += sentence.has(Words.SMALLTALK) ? 1.5 : 0;
        against += !sentence.isWritten() && sentence.has(Words.SECOND_PERSON) ? 2.5 : 0;
        against += sentence.has(Words.THANKS) ? 2 : 0;
        against += sentence.has(Words.VAGUE) ? 0.75 : 0;
        against += Math.min(1.5, 0.75 * sentence.count(Words.MOOD));
        return Evidence.plain(-against);
    }
}
