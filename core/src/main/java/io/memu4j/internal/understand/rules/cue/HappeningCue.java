package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.internal.understand.rules.sentence.Verbs;
import io.memu4j.model.MemoryType;
import java.util.List;
import java.util.Set;

/** Something happened: a verb in the past. */
final class HappeningCue implements Cue {
    private static final Set<String> STATES = Set.of(
            "was",
            "were",
            "had",
            "did",
            "used",
            "interested",
            "excited",
            "tired",
            "worried",
            "loved",
            "liked",
            "married",
            "engaged",
            "stoked",
            "thrilled",
            "needed",
            "wanted",
            "supposed",
            "motivated",
            "obsessed",
            "allowed",
            "surprised",
            "amazed",
            "relaxed",
            "dedicated",
            "felt",
            "knew",
            "limited",
            "bored",
            "talented",
            "thought",
            "meant",
            "hundred",
            "processed",
            "red",
            "bed");
    private static final Set<String> STATE_VERBS = Set.of(
            "i'm", "am", "is", "are", "was", "were", "be", "being", "feel", "so", "very", "too", "they're", "it's",
            "you're", "really");

    @Override
    public Evidence weigh(Sentence sentence) {
        boolean own = sentence.has(Words.FIRST_PERSON) || sentence.text().matches("(?i)we .*");
        boolean past =
                sentence.language().isEnglish() ? tellsAnEvent(sentence.tokens().words()) : sentence.has(Words.PAST);
        if (!past || !sentence.speaker().mayTellOfThemselves()) {
            return Evidence.NONE;
        }
        // A document is full of participles; only a date makes them something that happened.
        boolean undated = sentence.isWritten() && sentence.times().isEmpty();
        return own
                ? Evidence.of(2, MemoryType.EVENT)
                : Evidence.of(1, MemoryType.EVENT).when(!undated);
    }

    /** A verb in the past, and not one that tells a state or, as in "I'm excited", a mood. */
    private static boolean tellsAnEvent(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            int verb = i - 1;
            while (verb > 0 && Verbs.isAdverb(words.get(verb)) && !STATE_VERBS.contains(words.get(verb))) {
                verb--;
            }
            String before = verb < 0 ? "" : words.get(verb);
            if (Verbs.isPast(words.get(i)) && !STATES.contains(words.get(i)) && !STATE_VERBS.contains(before)) {
                return true;
            }
        }
        return false;
    }
}
