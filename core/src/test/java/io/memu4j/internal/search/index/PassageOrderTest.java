package io.memu4j.internal.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.search.rank.PassageWindow;
import io.memu4j.internal.search.text.AnalysisLanguage;
import io.memu4j.internal.search.text.AnalyzedText;
import io.memu4j.internal.search.text.EntityFeatures;
import io.memu4j.internal.search.text.Standing;
import io.memu4j.internal.search.vector.VectorScores;
import io.memu4j.spi.store.OwnerKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageOrderTest {
    private static final long NOON = 1_683_547_200;

    private final ScopeUnits units = new ScopeUnits();
    private int said;

    @Test
    void short_lines_of_one_speaker_are_one_turn() {
        say("q", "Ben", NOON, "do you play guitar");
        say("a1", "Ana", NOON + 20, "yes");
        say("a2", "Ana", NOON + 30, "five years");
        say("a3", "Ana", NOON + 85, "in a band");
        say("r", "Ben", NOON + 100, "nice");
        units.settle();

        assertThat(head("a3")).isEqualTo(slot("a1"));
        assertThat(units.order().before(slot("a1"))).isEqualTo(slot("q"));
        assertThat(units.order().after(slot("a1"))).isEqualTo(slot("r"));
        assertThat(scores("guitar", 1)[slot("a3")]).isPositive().isEqualTo(scores("guitar", 1)[slot("a1")]);
        assertThat(scores("band", 1)[slot("q")]).isPositive();
    }

    @Test
    void the_meaning_of_a_turn_is_that_of_all_its_lines() {
        say("a1", "Ana", NOON, "yes");
        say("a2", "Ana", NOON + 10, "no");
        units.putVector(OwnerKind.PASSAGE, "a1", new float[] {1, 0});
        units.putVector(OwnerKind.PASSAGE, "a2", new float[] {0, 1});
        units.settle();
        VectorScores alone = VectorScores.exact(new float[] {1, 0});

        float[] scores = new PassageWindow(units.order(), units.passages().slots())
                .vectorScores(alone)
                .scores();

        assertThat(scores[slot("a1")]).isEqualTo((float) Math.sqrt(0.5)).isEqualTo(scores[slot("a2")]);
    }

    @Test
    void a_minute_of_silence_or_another_speaker_or_no_time_begins_a_turn() {
        say("a1", "Ana", NOON, "yes");
        say("a2", "Ana", NOON + 60, "still");
        say("b", "Ben", NOON + 61, "hm");
        say("c1", "Cem", UnitMetadata.OfPassage.UNDATED, "who");
        say("c2", "Cem", UnitMetadata.OfPassage.UNDATED, "knows");
        units.settle();

        for (String id : List.of("a1", "a2", "b", "c1", "c2")) {
            assertThat(head(id)).isEqualTo(slot(id));
        }
    }

    @Test
    void a_long_turn_ends() {
        String line =
                "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";
        for (int i = 0; i < 10; i++) {
            say("a" + i, "Ana", NOON + i, line);
        }
        units.settle();

        assertThat(head("a4")).isEqualTo(slot("a0"));
        assertThat(head("a5")).isEqualTo(slot("a5"));
    }

    @Test
    void hours_of_silence_begin_another_talk() {
        say("a", "Ana", NOON, "guitar");
        say("b", "Ben", NOON + 3 * 3600, "later");
        say("c", "Ana", NOON + 8 * 3600, "evening");
        units.settle();

        assertThat(units.order().after(slot("a"))).isEqualTo(slot("b"));
        assertThat(units.order().after(slot("b"))).isEqualTo(PassageOrder.NONE);
        assertThat(scores("guitar", 3)[slot("b")]).isPositive();
        assertThat(scores("guitar", 3)[slot("c")]).isZero();
    }

    private void say(String id, String speaker, long at, String words) {
        units.putPassage(
                id,
                new UnitMetadata.OfPassage(
                        "r", said++, 0, speaker, false, EntityFeatures.NONE, false, Standing.NONE, at, 0),
                new AnalyzedText(AnalysisLanguage.ENGLISH, List.of(words.split(" "))));
    }

    private float[] scores(String word, int reach) {
        LexicalIndex words = units.passages().words();
        return new PassageWindow(units.order(), units.passages().slots())
                .bm25(words.postings(List.of(word)), words, reach);
    }

    private int head(String id) {
        return units.order().head(slot(id));
    }

    private int slot(String id) {
        return units.passages().slots().of(id);
    }
}
