package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.understand.rules.sentence.Sentence;

/** How much the sentence has to say: words that carry content, up to a limit. */
final class ContentCue implements Cue {
    private static final int ENOUGH = 4;
    private static final int TOO_LONG = 45;

    @Override
    public Evidence weigh(Sentence sentence) {
        int terms = sentence.terms().size();
        if (terms > TOO_LONG) {
            return Evidence.plain(-1);
        }
        return Evidence.plain(Math.max(0, Math.min(1, 0.25 * (terms - ENOUGH))));
    }
}
