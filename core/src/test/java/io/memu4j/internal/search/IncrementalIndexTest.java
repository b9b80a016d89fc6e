package io.memu4j.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.config.RetrieveConfig;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.model.SearchFilter;
import io.memu4j.spi.search.PreparedQuestion;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchSession;
import io.memu4j.spi.store.OwnerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An index that followed a scope through many changes answers exactly as one that reads the scope afresh. */
class IncrementalIndexTest {
    private static final MemoryScope SCOPE = new MemoryScope("alice", "a1");
    private static final String[] WORDS = "red green soup bread rain wind porto chess guitar mother sea".split(" ");

    private final Random random = new Random(11);
    private final FakeStore store = new FakeStore();
    private final FakeStore.Rows rows = store.in(SCOPE);
    private final List<String> present = new ArrayList<>();

    @Test
    void after_every_change_both_find_the_same_with_the_same_scores() {
        try (ScopeIndexSearcher following = new ScopeIndexSearcher(store, RetrieveConfig.DEFAULT)) {
            for (int step = 0; step < 300; step++) {
                change(step);
                if (step % 3 == 0) {
                    compare(following);
                }
            }
        }
    }

    @Test
    void an_index_that_is_copied_for_each_change_finds_the_same_and_each_session_stays_at_its_revision() {
        List<SearchSession> sessions = new ArrayList<>();
        List<List<SearchHit>> answers = new ArrayList<>();
        try (ScopeIndexSearcher following = new ScopeIndexSearcher(store, RetrieveConfig.DEFAULT)) {
            for (int step = 0; step < 100; step++) {
                change(step);
                SearchSession session = following.open(SCOPE); // stays open: the next change needs a copy
                sessions.add(session);
                answers.add(answer(session));
                if (step % 5 == 0) {
                    compare(following);
                }
            }
            for (int i = 0; i < sessions.size(); i++) {
                assertThat(answer(sessions.get(i))).isEqualTo(answers.get(i));
                sessions.get(i).close();
            }
            change(100);
            compare(following);
        }
    }

    private static List<SearchHit> answer(SearchSession session) {
        PreparedQuestion question = session.prepare(Sample.query(OwnerKind.ITEM, "Ana soup porto sea", 0.5f, 0.3f, 0.7f)
                .query());
        List<SearchHit> hits = new ArrayList<>();
        for (OwnerKind kind : OwnerKind.values()) {
            hits.addAll(question.top(kind, SearchFilter.ALL, 7));
        }
        return hits;
    }

    @Test
    void texts_that_are_cut_beside_the_reading_are_all_found() {
        for (int n = 0; n < 2_345; n++) {
            String id = String.format("u%05d", n);
            rows.put(Sample.resource("r", "r", Map.of()), Sample.passage(id, "r", n, "Ana", "word" + n));
        }
        try (ScopeIndexSearcher searcher = new ScopeIndexSearcher(store, RetrieveConfig.DEFAULT)) {
            for (int n : new int[] {0, 199, 200, 1_234, 2_199, 2_344}) {
                List<SearchHit> hits =
                        Sample.words(OwnerKind.PASSAGE, "word" + n).top(searcher, SCOPE, SearchFilter.ALL, 1);
                assertThat(hits.get(0).id()).isEqualTo(String.format("u%05d", n));
            }
        }
    }

    private void change(int step) {
        int dice = random.nextInt(10);
        if (dice < 2 && present.size() > 5) {
            rows.delete(present.remove(random.nextInt(present.size())));
        } else if (dice < 4 && present.size() > 5) {
            rows.put(item(present.get(random.nextInt(present.size()))));
        } else {
            String id = String.format("%s%06d%03d", "u", random.nextInt(1_000_000), step);
            present.add(id);
            String resourceId = "r" + random.nextInt(4);
            rows.put(
                    Sample.resource(resourceId, text(), Map.of()),
                    Sample.passage(id, resourceId, step * 37 % 1009, random.nextBoolean() ? "Ana" : "Ben", text()),
                    item(id));
            if (random.nextInt(4) > 0) {
                rows.put(Sample.vector(OwnerKind.PASSAGE, id, vector()), Sample.vector(OwnerKind.ITEM, id, vector()));
            }
        }
    }

    private void compare(ScopeIndexSearcher following) {
        String text = (random.nextBoolean() ? "Ana " : "") + text();
        float[] vector = vector();
        try (ScopeIndexSearcher fresh = new ScopeIndexSearcher(store, RetrieveConfig.DEFAULT)) {
            for (OwnerKind kind : OwnerKind.values()) {
                List<SearchHit> expected = Sample.query(kind, text, vector).top(fresh, SCOPE, SearchFilter.ALL, 7);
                assertThat(Sample.query(kind, text, vector).top(following, SCOPE, SearchFilter.ALL, 7))
                        .isEqualTo(expected);
            }
        }
    }

    private Object item(String id) {
        return Sample.item(id, MemoryType.EVENT, text());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return text.toString();
    }

    private float[] vector() {
        return new float[] {random.nextFloat(), random.nextFloat(), random.nextFloat()};
    }
}
