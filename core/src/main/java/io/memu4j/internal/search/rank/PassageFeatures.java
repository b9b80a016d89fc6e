package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.LexicalIndex;
import io.memu4j.internal.search.index.Speakers;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.internal.search.text.AnalysisLanguage;
import io.memu4j.internal.search.vector.SlotScore;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What speaks for a passage whatever the question's topic is. */
final class PassageFeatures {
    /** More than so many rare terms make no passage weightier: paragraphs are not better than messages. */
    private static final int SUBSTANTIAL = 25;
    /** One thing named may be chance, two make a passage particular, and more is a list. */
    private static final int PARTICULAR = 2;

    private PassageFeatures() {}

    /** 1 for what one of those said; null where nobody is named. */
    static @Nullable SlotScore saidBy(Set<String> names, Units<UnitMetadata.OfPassage> passages) {
        if (names.isEmpty()) {
            return null;
        }
        return slot -> {
            String speaker = passages.facts(slot).speaker();
            return speaker != null && names.contains(speaker) ? 1 : 0;
        };
    }

    /** 1 for what does not end as a question of somebody. */
    static SlotScore states(Units<UnitMetadata.OfPassage> passages) {
        return slot -> {
            UnitMetadata.OfPassage facts = passages.facts(slot);
            return facts.asks() && facts.speaker() != null ? 0 : 1;
        };
    }

    /** How much is said, in rare words more than in common ones, on a logarithmic scale that ends early. */
    static SlotScore substance(Units<UnitMetadata.OfPassage> passages) {
        LexicalIndex words = passages.words();
        return slot -> (float) Math.log(1.0 + Math.min(SUBSTANTIAL, words.information(slot)));
    }

    /** How many things are named: names and numbers. */
    static SlotScore particulars(Units<UnitMetadata.OfPassage> passages, Speakers speakers) {
        return slot ->
                Math.min(PARTICULAR, passages.facts(slot).particulars().numbers() + names(slot, passages, speakers));
    }

    /** 1 for what holds something of the kind that a question asks for; null where it may be anything. */
    static @Nullable SlotScore answers(
            @Nullable AnswerKind kind, Units<UnitMetadata.OfPassage> passages, Speakers speakers) {
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case TIME -> slot -> passages.facts(slot).particulars().tellsTime() ? 1 : 0;
            case NAME -> slot -> names(slot, passages, speakers) > 0 ? 1 : 0;
        };
    }

    /**
     * How many are named, other than those who speak here, whom one calls by name whatever one says. German writes every noun as a name:
     * there, none can be told.
     */
    private static int names(int slot, Units<UnitMetadata.OfPassage> passages, Speakers speakers) {
        List<String> names = passages.facts(slot).particulars().names();
        if (names.isEmpty() || passages.words().language(slot) == AnalysisLanguage.GERMAN) {
            return 0;
        }
        int others = 0;
        for (String name : names) {
            others += speakers.called(name) == null ? 1 : 0;
        }
        return others;
    }
}
