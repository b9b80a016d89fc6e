package io.memu4j.search;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What speaks for a passage whatever the question's topic is. */
final class Circumstances {
    /** More than so many rare terms make no passage weightier: paragraphs are not better than messages. */
    private static final int SUBSTANTIAL = 25;
    /** One thing named may be chance, two make a passage particular, and more is a list. */
    private static final int PARTICULAR = 2;

    private Circumstances() {}

    /** 1 for what one of those said; null where nobody is named. */
    static @Nullable SlotScore saidBy(Set<String> names, Units<Facts.OfPassage> passages) {
        if (names.isEmpty()) {
            return null;
        }
        return slot -> {
            String speaker = passages.facts(slot).speaker();
            return speaker != null && names.contains(speaker) ? 1 : 0;
        };
    }

    /** 1 for what does not end as a question of somebody. */
    static SlotScore states(Units<Facts.OfPassage> passages) {
        return slot -> {
            Facts.OfPassage facts = passages.facts(slot);
            return facts.asks() && facts.speaker() != null ? 0 : 1;
        };
    }

    /** How much is said, in rare words more than in common ones, on a logarithmic scale that ends early. */
    static SlotScore substance(Units<Facts.OfPassage> passages) {
        LexicalIndex words = passages.words();
        return slot -> (float) Math.log(1.0 + Math.min(SUBSTANTIAL, words.information(slot)));
    }

    /**
     * How many things are named: names, but of those who speak here, whom one calls whatever one says, and numbers. German writes every noun as a name;
     * there numbers count alone.
     */
    static SlotScore particulars(Units<Facts.OfPassage> passages, Speakers speakers) {
        LexicalIndex words = passages.words();
        return slot -> {
            Particulars particulars = passages.facts(slot).particulars();
            int named = particulars.numbers();
            if (!particulars.names().isEmpty() && words.language(slot) != Language.GERMAN) {
                for (String name : particulars.names()) {
                    named += speakers.called(name) == null ? 1 : 0;
                }
            }
            return Math.min(PARTICULAR, named);
        };
    }
}
