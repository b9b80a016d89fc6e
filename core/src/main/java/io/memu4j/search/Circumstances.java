package io.memu4j.search;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What speaks for a passage whatever the question's topic is. */
final class Circumstances {
    /** More terms than this make no passage weightier: paragraphs are not better than messages. */
    private static final int SUBSTANTIAL = 40;

    private Circumstances() {}

    /** 1 for what one of those said; null where nobody is named. */
    static float @Nullable [] saidBy(Set<String> names, Units<Facts.OfPassage> passages) {
        if (names.isEmpty()) {
            return null;
        }
        Slots slots = passages.slots();
        float[] scores = new float[slots.limit()];
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            String speaker = passages.facts(slot).speaker();
            scores[slot] = speaker != null && names.contains(speaker) ? 1 : 0;
        }
        return scores;
    }

    /** 1 for what does not end as a question of somebody. */
    static float[] states(Units<Facts.OfPassage> passages) {
        Slots slots = passages.slots();
        float[] scores = new float[slots.limit()];
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            Facts.OfPassage facts = passages.facts(slot);
            scores[slot] = facts.asks() && facts.speaker() != null ? 0 : 1;
        }
        return scores;
    }

    /** How much is said, on a logarithmic scale that ends early. */
    static float[] substance(Units<Facts.OfPassage> passages) {
        Slots slots = passages.slots();
        float[] scores = new float[slots.limit()];
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            scores[slot] =
                    (float) Math.log1p(Math.min(SUBSTANTIAL, passages.words().length(slot)));
        }
        return scores;
    }
}
