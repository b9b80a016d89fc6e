package io.memu4j.extract;

import io.memu4j.model.MemoryType;

/** Something happened: a verb in the past. */
final class HappeningCue implements Cue {
    @Override
    public Evidence weigh(Sentence sentence) {
        boolean own = sentence.has(Words.FIRST_PERSON) || sentence.text().matches("(?i)we .*");
        boolean past = sentence.language().isEnglish()
                ? Terms.words(sentence.text()).stream().anyMatch(HappeningCue::tellsAnEvent)
                : sentence.has(Words.PAST);
        if (!past || !sentence.speaker().isPerson()) {
            return Evidence.NONE;
        }
        return Evidence.of(own ? 2 : 1, MemoryType.EVENT);
    }

    private static boolean tellsAnEvent(String word) {
        return Verbs.isPast(word)
                && !word.matches(
                        "was|were|had|did|used|interested|excited|tired|worried|loved|liked|married|engaged|stoked|thrilled|needed|wanted|supposed|motivated|obsessed|allowed|surprised|amazed|relaxed|dedicated|felt|knew|limited|bored|talented|thought|meant");
    }
}
