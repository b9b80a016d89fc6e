package io.memu4j.internal.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.search.index.ScopeUnits;
import io.memu4j.internal.search.text.TextAnalysis;
import io.memu4j.model.OwnerKind;
import io.memu4j.model.SearchFilter;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentRankingTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-05-01T10:00:00Z");

    private final TextAnalysis analysis = new TextAnalysis();
    private final RecentRanking recent = new RecentRanking();
    private final List<Integer> ranked = new ArrayList<>();
    private final SearchQuery query = query("Where is the boat?", new float[] {1});

    @Test
    void the_tiers_of_one_retrieve_share_a_ranking() {
        List<SearchHit> forSources = best(query.of(OwnerKind.RESOURCE), SearchFilter.ALL, 200);
        List<SearchHit> first = best(query.of(OwnerKind.PASSAGE), SearchFilter.ALL, 5);

        assertThat(first).isEqualTo(forSources.subList(0, 5));
        assertThat(ranked).containsExactly(200);
    }

    @Test
    void more_than_was_ranked_is_ranked_again() {
        best(query, SearchFilter.ALL, 5);
        assertThat(best(query, SearchFilter.ALL, 300)).hasSize(300);
        assertThat(ranked).containsExactly(200, 300);
    }

    @Test
    void another_question_vector_time_or_filter_is_another_ranking() {
        best(query, SearchFilter.ALL, 5);
        best(query("Where is the boat? ".strip(), query.vector()), SearchFilter.ALL, 5);
        best(query(query.text(), new float[] {1}), SearchFilter.ALL, 5);
        best(new SearchQuery(query.kind(), query.text(), query.vector(), null, NOW.plusDays(1)), SearchFilter.ALL, 5);
        best(query, new SearchFilter(Set.of(), Map.of("team", "a")), 5);
        assertThat(ranked).hasSize(5);
    }

    @Test
    void a_change_forgets_it() {
        best(query, SearchFilter.ALL, 5);
        recent.forget();
        best(query, SearchFilter.ALL, 5);
        assertThat(ranked).hasSize(2);
    }

    private List<SearchHit> best(SearchQuery asked, SearchFilter filter, int k) {
        SearchContext search = new SearchContext(new ScopeUnits(), asked, filter, k, analysis, Set.of());
        return recent.best(search, wanted -> {
            ranked.add(wanted.k());
            return IntStream.range(0, wanted.k())
                    .mapToObj(i -> new SearchHit("p" + i, 1.0 / (1 + i)))
                    .toList();
        });
    }

    private static SearchQuery query(String text, float[] vector) {
        return new SearchQuery(OwnerKind.PASSAGE, text, vector, null, NOW);
    }
}
