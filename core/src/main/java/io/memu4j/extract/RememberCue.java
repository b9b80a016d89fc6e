package io.memu4j.extract;

/** Somebody asks to remember it. */
final class RememberCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        return Evidence.plain(3).when(sentence.has(Words.REMEMBER));
    }
}
