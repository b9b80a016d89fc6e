package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.understand.rules.sentence.Sentence;

/** A reason never to remember a sentence, whatever else speaks for it. */
interface Veto {
    boolean rejects(Sentence sentence);
}
