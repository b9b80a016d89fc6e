package io.memu4j.internal.search.rank;

import static io.memu4j.internal.search.Sample.passage;
import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.config.RetrieveConfig;
import io.memu4j.internal.search.FakeStore;
import io.memu4j.internal.search.Sample;
import io.memu4j.internal.search.ScopeIndexSearcher;
import io.memu4j.internal.search.index.ScopeUnits;
import io.memu4j.internal.search.index.SpeakerMention;
import io.memu4j.internal.search.index.Speakers;
import io.memu4j.internal.search.index.StagedChanges;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.internal.search.text.TextAnalysis;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Passage;
import io.memu4j.model.SearchFilter;
import io.memu4j.model.Watermark;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.search.SearchSession;
import io.memu4j.spi.store.OwnerKind;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each signal decides where the others are level. */
class PassageRankingTest {
    private static final MemoryScope SCOPE = new MemoryScope("alice", "a1");

    private final FakeStore store = new FakeStore();
    private final FakeStore.Rows rows = store.in(SCOPE);
    private final ScopeIndexSearcher searcher = new ScopeIndexSearcher(store, RetrieveConfig.DEFAULT);

    @AfterEach
    void close() {
        searcher.close();
    }

    @Test
    void what_the_named_speaker_said_comes_before_what_was_said_to_them() {
        rows.put(
                passage("p1", "r1", 0, "Ben", "Hey Ana! Pottery class was lovely today"),
                passage("p2", "r2", 0, "Ana", "Hey there! Pottery class was lovely today"));

        assertThat(found("Which class does Ana like, pottery?")).containsExactly("p2", "p1");
    }

    @Test
    void an_answer_is_found_by_the_words_of_the_question_before_it() {
        rows.put(
                passage("p1", "r1", 0, "Ben", "How long have you been playing the guitar?"),
                passage("p2", "r1", 1, "Ana", "Five years already, since college times"),
                passage("p3", "r2", 0, "Ana", "Five years already, since college times"));

        assertThat(found("How long has Ana been playing guitar?"))
                .contains("p2")
                .doesNotContain("p3");
    }

    @Test
    void a_statement_comes_before_a_question_in_the_same_words() {
        rows.put(
                passage("p1", "r1", 0, "Ana", "You moved to Porto last spring?"),
                passage("p2", "r2", 0, "Ana", "I moved to Porto last spring!"));

        assertThat(found("moved to Porto")).containsExactly("p2", "p1");
    }

    @Test
    void of_a_document_nobody_asks() {
        rows.put(passage("p1", "r1", 0, null, "Where is Porto?"), passage("p2", "r2", 0, null, "Where is Porto."));

        assertThat(found("Porto")).containsExactly("p1", "p2");
    }

    @Test
    void a_line_that_says_something_comes_before_a_mere_word() {
        rows.put(
                passage("p1", "r1", 0, "Ana", "Guitar, guitar"),
                passage("p2", "r2", 0, "Ana", "The old guitar of my grandfather hangs above the piano in Coimbra"));

        assertThat(found("guitar")).hasSize(2);
        assertThat(PassageFeatures.substance(units()).of(1))
                .isGreaterThan(PassageFeatures.substance(units()).of(0));
    }

    @Test
    void rare_words_say_more_than_common_ones() {
        rows.put(
                passage("p1", "r1", 0, "Ana", "The harbour was lovely, lovely day"),
                passage("p2", "r2", 0, "Ben", "The harbour was lovely, lovely day"),
                passage("p3", "r3", 0, "Ana", "The harbour smelled of tar"));

        assertThat(PassageFeatures.substance(units()).of(2))
                .isGreaterThan(PassageFeatures.substance(units()).of(0));
    }

    @Test
    void what_names_something_comes_before_what_does_not() {
        rows.put(
                passage("p1", "r1", 0, "Ana", "We went to the coast by train"),
                passage("p2", "r2", 0, "Ana", "We went to Lagos by train"),
                passage("p3", "r3", 0, "Ben", "We went to see Ana by train"));

        assertThat(found("by train")).first().isEqualTo("p2");
        assertThat(PassageFeatures.entities(units(), speakers("Ana")).of(2)).isZero();
    }

    @Test
    void among_many_lines_one_that_holds_what_is_asked_for_comes_first() {
        for (int i = 0; i < 20; i++) {
            rows.put(passage("other" + i, "other", i, "Ben", "The floor is cold, " + "really ".repeat(i)));
        }
        rows.put(
                passage("time", "r1", 0, "Ana", "The kitchen floor was tiled two weeks ago"),
                passage("name", "r2", 0, "Ana", "The kitchen floor was tiled in a hurry by Hilda"));

        assertThat(found("When was the kitchen floor tiled?")).first().isEqualTo("time");
        assertThat(found("Who tiled the kitchen floor?")).first().isEqualTo("name");
    }

    @Test
    void nouns_of_a_german_text_are_no_names() {
        rows.put(passage("p1", "r1", 0, null, "Wir sind mit dem Zug und einem Koffer gefahren"));

        assertThat(PassageFeatures.entities(units(), new Speakers()).of(0)).isZero();
    }

    @Test
    void of_a_few_notes_not_the_longest_comes_first() {
        rows.put(
                passage("p1", "r1", 0, null, "The roof was mended by Weber & Sons in 2021, before the storm of April."),
                passage("p2", "r1", 1, null, "The spare key hangs behind the clock."),
                passage("p3", "r1", 2, null, "Recycling goes out on odd weeks."));

        assertThat(found("Where is the key?")).first().isEqualTo("p2");
    }

    private Speakers speakers(String name) {
        Speakers speakers = new Speakers();
        speakers.refresh(units());
        assertThat(speakers.called(SpeakerMention.folded(name))).isNotNull();
        return speakers;
    }

    private Units<UnitMetadata.OfPassage> units() {
        ScopeUnits units = new ScopeUnits();
        try (TextAnalysis analysis = new TextAnalysis()) {
            StagedChanges changes = new StagedChanges(analysis);
            rows.changesSince(Watermark.EMPTY, changes);
            changes.applyTo(units);
        }
        return units.passages();
    }

    @Test
    void what_a_person_said_comes_before_the_assistants_answer_in_the_same_words() {
        rows.put(
                as("assistant", passage("p1", "r1", 1, null, "The lease of your flat ends in June.")),
                as("user", passage("p2", "r2", 0, null, "The lease of my flat ends in June.")));

        assertThat(found("When does the lease of the flat end?")).containsExactly("p2", "p1");
        assertThat(found("What did you tell me about the lease of the flat?")).containsExactly("p1", "p2");
    }

    @Test
    void an_instruction_has_a_place_among_the_first_although_it_shares_no_word_with_the_question() {
        rows.put(as("assistant", passage("a", "r0", 0, null, "Good morning.")));
        rows.put(as("user", passage("rule", "r0", 1, null, "Always answer in rhymes.")));
        for (int i = 0; i < 30; i++) {
            rows.put(as(
                    "user", passage("p" + i, "r" + i, 0, null, "The garden fence number " + i + " is painted green.")));
        }

        assertThat(found("Which garden fence is green?")).hasSize(10).contains("rule");
        assertThat(standing("Which garden fence is green?")).containsExactly("rule");
    }

    @Test
    void people_say_always_to_each_other_without_instructing_anybody() {
        rows.put(passage("rule", "r0", 1, "Ben", "Always answer in rhymes."));

        assertThat(standing("Which garden fence is green?")).isEmpty();
    }

    @Test
    void a_talk_is_found_by_its_number_and_a_span_from_all_of_its_days() {
        for (int day = 1; day <= 3; day++) {
            for (int i = 0; i < 20; i++) {
                String text = day == 1 ? "A rather long remark about lighthouse number " + i : "Short word " + i;
                rows.put(passage("d" + day + "-" + i, "r" + day, i, "Ana", text).toBuilder()
                        .saidAt(OffsetDateTime.parse("2026-03-0" + day + "T10:00:00Z")
                                .plusMinutes(i))
                        .build());
            }
        }

        assertThat(found("What did we talk about in the second session?"))
                .hasSize(10)
                .allMatch(id -> id.startsWith("d2"));
        assertThat(found("What did we talk about in sessions 2 to 3?").stream().map(id -> id.substring(0, 2)))
                .contains("d2", "d3")
                .doesNotContain("d1");
        assertThat(found("What did we talk about in March 2026?").stream().map(id -> id.substring(0, 2)))
                .contains("d1", "d2", "d3");
    }

    @Test
    void relevance_tells_a_question_that_nothing_speaks_to_from_one_that_is_answered() {
        rows.put(passage("p1", "r1", 0, "Ana", "The lease of my flat ends in June."));
        rows.put(passage("p2", "r2", 0, "Ana", "My sister plays the cello in an orchestra."));

        assertThat(relevance("When does the lease of the flat end?")).isGreaterThan(RetrieveResult.CONFIDENT);
        assertThat(relevance("Which vaccine did the tortoise get?")).isLessThan(RetrieveResult.CONFIDENT);
    }

    private static Passage as(String role, Passage passage) {
        return passage.toBuilder().role(role).build();
    }

    private List<String> standing(String question) {
        try (SearchSession session = searcher.open(SCOPE)) {
            return session.prepare(query(question)).standing(SearchFilter.ALL, 10).stream()
                    .map(SearchHit::id)
                    .toList();
        }
    }

    private double relevance(String question) {
        try (SearchSession session = searcher.open(SCOPE)) {
            return session.prepare(query(question)).relevance(SearchFilter.ALL);
        }
    }

    private static SearchQuery query(String question) {
        return new SearchQuery(question, null, null, ZonedDateTime.parse("2026-06-01T12:00:00Z"));
    }

    private List<String> found(String question) {
        return Sample.words(OwnerKind.PASSAGE, question).top(searcher, SCOPE, SearchFilter.ALL, 10).stream()
                .map(SearchHit::id)
                .toList();
    }
}
