package io.memu4j.internal.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.config.RetrieveConfig;
import io.memu4j.internal.search.FakeStore;
import io.memu4j.internal.search.Sample;
import io.memu4j.internal.search.ScopeIndexSearcher;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Passage;
import io.memu4j.model.SearchFilter;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.store.OwnerKind;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuestionTimesTest {
    private static final MemoryScope SCOPE = new MemoryScope("alice", "a1");
    private static final String NOW = "2023-06-14T12:00Z";

    private final FakeStore store = new FakeStore();
    private final FakeStore.Rows rows = store.in(SCOPE);
    private final ScopeIndexSearcher searcher = new ScopeIndexSearcher(store, RetrieveConfig.DEFAULT);

    @AfterEach
    void close() {
        searcher.close();
    }

    @Test
    void a_question_with_a_date_and_no_topic_gets_that_day_first() {
        said("before", "2023-05-07T10:00Z", "We talked about the eighth of May and what to talk about then");
        said("day", "2023-05-08T10:00Z", "Pottery is fun");
        said("longer", "2023-05-08T10:01Z", "Pottery is fun because the clay of this region is so soft and red");
        said("after", "2023-05-09T10:00Z", "I forgot to say that my wheel broke");

        assertThat(found("What did we talk about on 8 May 2023?")).containsExactly("longer", "day", "after");
    }

    @Test
    void weekdays_and_dates_without_a_year_count_from_the_question() {
        said("tuesday", "2023-06-13T10:00Z", "Pottery is fun");
        said("may", "2023-05-08T10:00Z", "Clay is soft");

        assertThat(found("what did we discuss last Tuesday?").get(0)).isEqualTo("tuesday");
        assertThat(found("What happened in the chat on May 8th?").get(0)).isEqualTo("may");
        assertThat(found("Worüber haben wir am 8. Mai gesprochen?").get(0)).isEqualTo("may");
        assertThat(found("2023年5月8日我们聊了什么？").get(0)).isEqualTo("may");
    }

    @Test
    void a_date_without_a_year_is_one_at_which_something_can_have_been_said() {
        said("may", "2019-05-08T10:00Z", "Clay is soft");

        assertThat(found("What did we talk about on May 8th?")).containsExactly("may");
    }

    @Test
    void the_day_is_that_of_the_zone_asked_in() {
        said("late", "2023-05-07T22:30Z", "Clay is soft");
        said("noon", "2023-05-07T10:00Z", "Pottery is fun");

        assertThat(found("What did we talk about on 8 May 2023?", "2023-06-14T12:00+02:00[Europe/Berlin]"))
                .containsExactly("late");
    }

    @Test
    void who_has_a_clock_of_their_own_is_heard_by_it() {
        said("tokyo", "2023-05-08T06:00+09:00", "Clay is soft");

        assertThat(found("What did we talk about on 8 May 2023?")).containsExactly("tokyo");
        assertThat(found("What did we talk about on 7 May 2023?")).containsExactly("tokyo");
    }

    @Test
    void a_topic_is_found_by_its_words_and_that_day_comes_first() {
        said("other", "2023-04-08T10:00Z", "My guitar lesson was great today");
        said("day", "2023-05-08T10:00Z", "My guitar lesson was great today");
        // What surrounds a message counts as its topic: the other topic of that day has surroundings of its own.
        for (int n = 0; n < 4; n++) {
            said("between " + n, "2023-05-01T10:00Z", "The north wind blew over the grey hills again");
        }
        said("off", "2023-05-08T10:00Z", "Clay is soft");

        assertThat(found("How was the guitar lesson on 8 May 2023?")).startsWith("day", "other");
    }

    @Test
    void undated_passages_are_found_by_their_words() {
        said("undated", null, "Pottery is fun on any date");

        assertThat(found("How was pottery on 8 May 2023?")).containsExactly("undated");
        assertThat(found("What did we talk about on 8 May 2023?")).isEmpty();
    }

    private void said(String id, @Nullable String time, String text) {
        OffsetDateTime saidAt = time == null ? null : OffsetDateTime.parse(time);
        rows.put(Passage.builder(id, "r-" + id, 0, text, Sample.TIME)
                .speaker("Ana")
                .role("user")
                .saidAt(saidAt)
                .build());
    }

    private List<String> found(String question) {
        return found(question, NOW);
    }

    private List<String> found(String question, String now) {
        var query = new SearchQuery(question, null, null, ZonedDateTime.parse(now));
        return new Sample.Question(OwnerKind.PASSAGE, query)
                .top(searcher, SCOPE, SearchFilter.ALL, 10).stream()
                        .map(SearchHit::id)
                        .toList();
    }
}
