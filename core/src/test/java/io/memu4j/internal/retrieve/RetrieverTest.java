package io.memu4j.internal.retrieve;

import static io.memu4j.internal.search.Sample.category;
import static io.memu4j.internal.search.Sample.item;
import static io.memu4j.internal.search.Sample.passage;
import static io.memu4j.internal.search.Sample.resource;
import static io.memu4j.internal.search.Sample.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.config.RetrieveConfig;
import io.memu4j.error.ModelException;
import io.memu4j.internal.observe.Observations;
import io.memu4j.internal.redact.Redaction;
import io.memu4j.internal.search.FakeStore;
import io.memu4j.internal.search.Sample;
import io.memu4j.internal.search.ScopeIndexSearcher;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.model.ModelCallListener;
import io.memu4j.model.SearchFilter;
import io.memu4j.model.Watermark;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.search.PreparedQuestion;
import io.memu4j.spi.search.ScopeSearcher;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.search.SearchSession;
import io.memu4j.spi.store.OwnerKind;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetrieverTest {
    private static final MemoryScope SCOPE = new MemoryScope("alice", "a1");
    private static final Clock CLOCK = Clock.fixed(Sample.TIME, ZoneOffset.UTC);

    private final FakeStore store = new FakeStore();
    private final FakeStore.Rows rows = store.in(SCOPE);
    private final ScopeIndexSearcher searcher = new ScopeIndexSearcher(store, RetrieveConfig.DEFAULT);
    private final Axes axes = new Axes();

    @AfterEach
    void close() {
        searcher.close();
    }

    @Test
    void every_tier_answers_with_rows_and_their_sources_and_nothing_is_written() {
        memorizeTwoChats();
        Watermark before = rows.watermark();

        RetrieveResult found = retriever(Optional.empty()).retrieve(SCOPE, RetrieveRequest.of("Who moved to Porto?"));

        assertThat(found.needsRetrieval()).isTrue();
        assertThat(found.originalQuery()).isEqualTo(found.rewrittenQuery()).isEqualTo("Who moved to Porto?");
        assertThat(found.nextStepQuery()).isNull();
        assertThat(found.categories().get(0).value().id()).isEqualTo("c1");
        assertThat(found.items().get(0).value().id()).isEqualTo("i1");
        assertThat(found.items().get(0).resourceIds()).containsExactly("r1");
        assertThat(found.resources().get(0).value().id()).isEqualTo("r1");
        assertThat(found.passages().get(0).value().id()).isEqualTo("p1");
        assertThat(found.passages().get(0).resource().id()).isEqualTo("r1");
        assertThat(rows.watermark()).isEqualTo(before);
    }

    @Test
    void the_question_is_embedded_once_for_all_tiers() {
        memorizeTwoChats();
        rows.put(vector(OwnerKind.ITEM, "i1", 0, 1, 0), vector(OwnerKind.ITEM, "i2", 1, 0, 0));

        RetrieveResult found = retriever(Optional.of(axes)).retrieve(SCOPE, RetrieveRequest.of("something else"));

        assertThat(axes.questions).containsExactly("something else");
        assertThat(found.items().get(0).value().id()).isEqualTo("i2");
    }

    @Test
    void a_question_that_names_a_speaker_is_embedded_with_and_without_the_name() {
        memorizeTwoChats();

        retriever(Optional.of(axes)).retrieve(SCOPE, RetrieveRequest.of("Where did Ana's sister move?"));

        assertThat(axes.questions).containsExactly("Where did Ana's sister move?", "Where did sister move?");
    }

    @Test
    void each_list_has_at_most_the_rows_asked_for_or_configured() {
        for (int i = 0; i < 20; i++) {
            rows.put(item("i" + i, MemoryType.EVENT, "soup number " + i));
        }
        Retriever retriever = retriever(Optional.empty());

        assertThat(retriever.retrieve(SCOPE, RetrieveRequest.of("soup")).items())
                .hasSize(RetrieveConfig.DEFAULT.topK());
        assertThat(retriever
                        .retrieve(SCOPE, RetrieveRequest.of("soup").withTopK(7))
                        .items())
                .hasSize(7);
    }

    @Test
    void a_scope_that_was_never_written_gives_an_empty_result() {
        assertThat(retriever(Optional.of(axes))
                        .retrieve(SCOPE, RetrieveRequest.of("anything"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_row_that_went_since_it_was_ranked_is_passed_over() {
        memorizeTwoChats();
        ScopeSearcher late = scope -> new FixedSession(query -> (kind, filter, k) ->
                List.of(new SearchHit("gone", 1), new SearchHit(kind.key().charAt(0) + "1", 0.5)));

        RetrieveResult found = retriever(late, Optional.empty()).retrieve(SCOPE, RetrieveRequest.of("Porto"));

        assertThat(found.categories()).singleElement().satisfies(c -> assertThat(c.score())
                .isEqualTo(0.5));
        assertThat(found.items()).hasSize(1);
        assertThat(found.resources()).hasSize(1);
        assertThat(found.passages()).hasSize(1);
    }

    @Test
    void the_searcher_is_told_the_time_and_the_filter_of_the_request() {
        List<SearchQuery> queries = new ArrayList<>();
        List<SearchFilter> filters = new ArrayList<>();
        List<OwnerKind> kinds = new ArrayList<>();
        ScopeSearcher recording = scope -> new FixedSession(query -> {
            queries.add(query);
            return (kind, filter, k) -> {
                kinds.add(kind);
                filters.add(filter);
                return List.of();
            };
        });
        Retriever retriever = retriever(recording, Optional.empty());
        ZoneId zone = ZoneId.of("Europe/Lisbon");
        ZonedDateTime then = ZonedDateTime.parse("2020-01-01T00:00:00Z");

        retriever.retrieve(SCOPE, RetrieveRequest.of("x").withZone(zone).withTypes(MemoryType.EVENT));
        retriever.retrieve(SCOPE, RetrieveRequest.of("x").withNow(then));

        assertThat(queries.get(0).now()).isEqualTo(Sample.TIME.atZone(zone));
        assertThat(queries).hasSize(2);
        assertThat(queries.get(1).now()).isEqualTo(then);
        assertThat(filters.get(0).types()).containsExactly(MemoryType.EVENT);
        assertThat(kinds.subList(0, 4))
                .containsExactly(OwnerKind.CATEGORY, OwnerKind.ITEM, OwnerKind.RESOURCE, OwnerKind.PASSAGE);
    }

    @Test
    void a_model_that_fails_fails_the_request() {
        axes.failure = ModelException.retriable("The model is away.", null);

        assertThatThrownBy(() -> retriever(Optional.of(axes)).retrieve(SCOPE, RetrieveRequest.of("x")))
                .isSameAs(axes.failure);
    }

    private void memorizeTwoChats() {
        rows.put(
                resource("r1", "Ana tells of Porto", Map.of()),
                resource("r2", "Soup", Map.of()),
                passage("p1", "r1", 0, "Ana", "I moved to Porto in May"),
                passage("p2", "r2", 0, "Ben", "The soup was cold"),
                category("c1", "places", "Ana lives in Porto."),
                category("c2", "food", "Ben had soup."),
                item("i1", MemoryType.EVENT, "Ana moved to Porto", "p1"),
                item("i2", MemoryType.EVENT, "Ben had cold soup", "p2"));
    }

    private Retriever retriever(Optional<TextEmbedder> model) {
        return retriever(searcher, model);
    }

    private Retriever retriever(ScopeSearcher any, Optional<TextEmbedder> model) {
        Models models = model.map(Models::of).orElseGet(Models::none);
        return new Retriever(
                store,
                any,
                models,
                null,
                ModelCallListener.NONE,
                Observations.NONE,
                RetrieveConfig.DEFAULT,
                CLOCK,
                Redaction.NONE);
    }

    /** Prepares questions as a test wants, on the present revision. */
    private final class FixedSession implements SearchSession {
        private final Function<SearchQuery, PreparedQuestion> preparing;

        private FixedSession(Function<SearchQuery, PreparedQuestion> preparing) {
            this.preparing = preparing;
        }

        @Override
        public Watermark watermark() {
            return rows.watermark();
        }

        @Override
        public String withoutSpeakers(String question) {
            return question;
        }

        @Override
        public PreparedQuestion prepare(SearchQuery query) {
            return preparing.apply(query);
        }

        @Override
        public void close() {}
    }

    /** Every question points along the first axis. */
    private static final class Axes implements TextEmbedder {
        private final List<String> questions = new ArrayList<>();
        private RuntimeException failure;

        @Override
        public EmbeddingSpace space() {
            return Sample.SPACE;
        }

        @Override
        public List<float[]> embedAll(List<String> texts) {
            throw new AssertionError("Retrieve embeds no texts.");
        }

        @Override
        public float[] embedQuery(String query) {
            if (failure != null) {
                throw failure;
            }
            questions.add(query);
            return new float[] {1, 0, 0};
        }
    }
}
