package io.memu4j.extract;

/** A reason never to remember a sentence, whatever else speaks for it. */
interface Veto {
    boolean rejects(Sentence sentence);
}
