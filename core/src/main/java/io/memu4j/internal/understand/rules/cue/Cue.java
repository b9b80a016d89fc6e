package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.understand.rules.sentence.Sentence;

/** A sign that a sentence is worth remembering, or that it is not. One class per kind of sign; {@link Salience} lists them. */
interface Cue {
    /** What this sign says of the sentence. */
    Evidence weigh(Sentence sentence);
}
