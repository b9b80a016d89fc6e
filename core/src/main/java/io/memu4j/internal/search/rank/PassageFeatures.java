package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.LexicalIndex;
import io.memu4j.internal.search.index.Speakers;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.internal.search.index.Voices;
import io.memu4j.internal.search.text.AnalysisLanguage;
import io.memu4j.internal.search.vector.SlotScore;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Features of a passage that do not depend on the topic of the question. */
final class PassageFeatures {
    /** Highest information content that counts, about 25 rare terms: a paragraph is not better than a message. */
    private static final int SUBSTANTIAL = 25;
    /** Highest number of entities that counts: one may be chance, two are specific, more are a list. */
    private static final int MOST_ENTITIES = 2;

    private PassageFeatures() {}

    /** Scores 1 for what one of the named speakers said; null if no speaker is named. */
    static @Nullable SlotScore saidBy(Set<String> names, Units<UnitMetadata.OfPassage> passages) {
        if (names.isEmpty()) {
            return null;
        }
        return slot -> {
            String speaker = passages.metadata(slot).speaker();
            return speaker != null && names.contains(speaker) ? 1 : 0;
        };
    }

    /** Scores 1 for what the one said whose words are asked for; null in a scope where no program speaks. */
    static @Nullable SlotScore role(AskedVoice voice, Units<UnitMetadata.OfPassage> passages, Voices voices) {
        if (!voices.anyProgram()) {
            return null;
        }
        boolean wanted = voice == AskedVoice.ASSISTANT;
        return slot -> passages.metadata(slot).program() == wanted ? 1 : 0;
    }

    /** Scores 0 for a message that ends as a question, and 1 for all others. */
    static SlotScore declarative(Units<UnitMetadata.OfPassage> passages) {
        return slot -> {
            UnitMetadata.OfPassage metadata = passages.metadata(slot);
            return metadata.asks() && metadata.speaker() != null ? 0 : 1;
        };
    }

    /** Scores the information content, in which rare terms count more: {@code log(1 + min(25, information))}. */
    static SlotScore substance(Units<UnitMetadata.OfPassage> passages) {
        LexicalIndex words = passages.words();
        return slot -> (float) Math.log(1.0 + Math.min(SUBSTANTIAL, words.information(slot)));
    }

    /** Scores the number of names and numbers, at most {@link #MOST_ENTITIES}. */
    static SlotScore entities(Units<UnitMetadata.OfPassage> passages, Speakers speakers) {
        return slot ->
                Math.min(MOST_ENTITIES, passages.metadata(slot).entities().numbers() + names(slot, passages, speakers));
    }

    /** Scores 1 for a passage with an entity of the type that the question asks for; null when it may be any type. */
    static @Nullable SlotScore answerType(
            @Nullable AnswerType type, Units<UnitMetadata.OfPassage> passages, Speakers speakers) {
        if (type == null) {
            return null;
        }
        return switch (type) {
            case TIME -> slot -> passages.metadata(slot).entities().tellsTime() ? 1 : 0;
            case NAME -> slot -> names(slot, passages, speakers) > 0 ? 1 : 0;
        };
    }

    /**
     * Counts the names in a passage, without those of speakers of the scope, who are addressed by name in any context. Returns 0 for German,
     * where every noun has a capital.
     */
    private static int names(int slot, Units<UnitMetadata.OfPassage> passages, Speakers speakers) {
        List<String> names = passages.metadata(slot).entities().names();
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
