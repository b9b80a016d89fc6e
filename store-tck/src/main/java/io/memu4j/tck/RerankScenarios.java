package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.error.ModelException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.ModelCall;
import io.memu4j.model.ModelStep;
import io.memu4j.model.Usage;
import io.memu4j.retrieve.Reranking;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.retrieve.RetrieveResult.ScoredPassage;
import io.memu4j.retrieve.SignalShare;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.Reranked;
import io.memu4j.spi.llm.Reranker;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Retrieving with a model that scores the first passages: what it may change, what it may not, and what its failure costs. */
abstract class RerankScenarios extends ServiceTopic {
    private static final String PICKED = "The blue teapot was a gift of aunt Odile.";
    private static final String QUESTION = "Which teapot is on the shelf?";

    private final List<List<String>> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<ModelCall> told = Collections.synchronizedList(new ArrayList<>());
    private Scorer scorer = RerankScenarios::pick;
    private MemoryServiceFactory reranking;
    private MemoryService odo;

    private interface Scorer {
        List<Double> score(List<String> texts);
    }

    private static List<Double> pick(List<String> texts) {
        return texts.stream()
                .map(text -> text.contains("aunt Odile") ? 7.5 : -2.0)
                .toList();
    }

    @BeforeEach
    final void openWithReranker() {
        reranking = MemoryServiceFactory.builder()
                .store(fixture().store())
                .llm(Models.of(new HashedWordsModel(64)))
                .reranker(new Reranker() {
                    @Override
                    public String name() {
                        return "picker";
                    }

                    @Override
                    public Reranked rerank(String question, List<String> texts) {
                        seen.add(texts);
                        return new Reranked(scorer.score(texts), Usage.of(40, 0), 1);
                    }
                })
                .modelCalls(told::add)
                .blobs(BlobConfig.folder(folder))
                .build();
        odo = reranking.service(Samples.scope());
        List<ConversationMessage> said = new ArrayList<>();
        said.add(said("2024-03-02T10:00:00Z", "The teapot on the shelf is made of iron."));
        for (int i = 0; i < 60; i++) {
            said.add(said("2024-03-02T10:00:00Z", "Shelf number " + i + " holds a teapot of the colour " + i + "."));
        }
        said.add(said("2024-03-02T10:30:00Z", PICKED));
        odo.memorize(MemorizeRequest.messages("shelf", said));
    }

    private static ConversationMessage said(String at, String text) {
        return ConversationMessage.builder("user", text)
                .name("Odo")
                .createdAt(OffsetDateTime.parse(at))
                .build();
    }

    private RetrieveResult ask(RetrieveRequest request) {
        return odo.retrieve(request);
    }

    private static List<String> found(RetrieveResult result) {
        return texts(result.passages().stream().map(ScoredPassage::value).toList());
    }

    @Test
    void the_passage_that_the_model_scores_highest_comes_first() {
        RetrieveResult result =
                ask(RetrieveRequest.of("Which teapot was a gift?").withTopK(10));

        assertThat(found(result)).first().isEqualTo(PICKED);
        assertThat(result.reranking()).isEqualTo(Reranking.DONE);
        assertThat(result.passages())
                .extracting(ScoredPassage::score)
                .isSortedAccordingTo(Collections.reverseOrder())
                .allSatisfy(score -> assertThat(score).isBetween(0.0, 1.0));
        assertThat(seen).singleElement().satisfies(texts -> assertThat(texts)
                .hasSizeLessThanOrEqualTo(50)
                .contains("Odo: " + PICKED));
    }

    @Test
    void one_call_is_counted_and_told() {
        RetrieveResult result = ask(RetrieveRequest.of(QUESTION));

        assertThat(result.calls().calls()).isEqualTo(1);
        assertThat(result.calls().embeddingCalls()).isEqualTo(1);
        assertThat(result.calls().inputTokens()).isEqualTo(40);
        assertThat(result.calls().retries()).isEqualTo(1);
        assertThat(told)
                .filteredOn(call -> call.step() == ModelStep.RANK)
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.model()).isEqualTo("picker");
                    assertThat(call.outcome()).isEqualTo(ModelCall.Outcome.OK);
                });
    }

    @Test
    void a_failure_leaves_the_order_of_the_search_and_is_said() {
        MemoryService plain =
                factory(fixture().store(), Models.of(new HashedWordsModel(64))).service(odo.scope());
        List<String> searched =
                found(plain.retrieve(RetrieveRequest.of(QUESTION).withTopK(20)));
        scorer = texts -> {
            throw ModelException.retriable("The scoring model is away.", null);
        };

        RetrieveResult result = ask(RetrieveRequest.of(QUESTION).withTopK(20));

        assertThat(found(result)).isEqualTo(searched);
        assertThat(result.reranking()).isEqualTo(Reranking.FAILED);
        assertThat(result.calls().calls()).isEqualTo(1);
        assertThat(told).extracting(ModelCall::outcome).contains(ModelCall.Outcome.FAILED);
    }

    @Test
    void too_few_scores_or_one_that_is_no_number_count_as_a_failure() {
        scorer = texts -> List.of(1.0);
        assertThat(ask(RetrieveRequest.of(QUESTION)).reranking()).isEqualTo(Reranking.FAILED);

        scorer = texts -> Collections.nCopies(texts.size(), Double.NaN);
        assertThat(ask(RetrieveRequest.of(QUESTION)).reranking()).isEqualTo(Reranking.FAILED);
        assertThat(told)
                .filteredOn(call -> call.step() == ModelStep.RANK)
                .extracting(ModelCall::outcome)
                .containsOnly(ModelCall.Outcome.UNUSABLE);
    }

    @Test
    void what_a_filter_leaves_out_is_never_scored() {
        odo.memorize(MemorizeRequest.messages(
                "garden", List.of(said("2024-04-02T10:00:00Z", "The teapot of the garden leaks."))));
        ask(RetrieveRequest.of("Which teapot leaks?").withSaid(null, Instant.parse("2024-03-31T00:00:00Z")));

        assertThat(seen).isNotEmpty().allSatisfy(texts -> assertThat(texts).noneMatch(text -> text.contains("leaks")));
    }

    @Test
    void a_question_with_a_time_alone_is_answered_in_the_order_of_time() {
        odo.memorize(MemorizeRequest.messages(
                "market", List.of(said("2024-03-09T10:00:00Z", "At the market I met aunt Odile's neighbour Bruno."))));

        RetrieveResult result = ask(
                RetrieveRequest.of("What did we talk about on 2 March 2024?").withTopK(70));

        assertThat(result.reranking()).isEqualTo(Reranking.NONE);
        assertThat(seen).isEmpty();
        assertThat(found(result)).last().asString().contains("Bruno");
    }

    @Test
    void a_result_below_the_relevance_asked_for_costs_no_call() {
        RetrieveResult result =
                ask(RetrieveRequest.of("How deep is the Mariana trench?").withMinRelevance(0.99));

        assertThat(result.isEmpty()).isTrue();
        assertThat(seen).isEmpty();
    }

    @Test
    void the_shares_of_the_signals_still_add_up_to_the_score() {
        RetrieveResult result = ask(RetrieveRequest.of(QUESTION).withTopK(60).withExplain(true));

        assertThat(result.passages()).hasSize(60).allSatisfy(row -> assertThat(
                        row.signals().stream().mapToDouble(SignalShare::share).sum())
                .isCloseTo(row.score(), Offset.offset(1e-4)));
    }

    @Test
    void an_instruction_keeps_its_place_among_the_first_ten() {
        MemoryService zoe = reranking.service(Samples.scope());
        List<ConversationMessage> talk = new ArrayList<>();
        talk.add(ConversationMessage.user("Zoe", "Always give temperatures in kelvin when I ask about the weather."));
        talk.add(ConversationMessage.assistant("I will."));
        IntStream.range(0, 30).forEach(i -> {
            talk.add(ConversationMessage.user("Zoe", "On trip " + i + " to the harbour aunt Odile took a photo."));
            talk.add(ConversationMessage.assistant("A fine photo number " + i + "."));
        });
        zoe.memorize(MemorizeRequest.messages("trips", talk));

        RetrieveResult result = zoe.retrieve(RetrieveRequest.of("Which photo did aunt Odile take at the harbour?")
                .withTopK(10));

        assertThat(result.reranking()).isEqualTo(Reranking.DONE);
        assertThat(found(result)).anyMatch(text -> text.contains("kelvin"));
    }

    @Test
    void what_was_superseded_stays_behind_what_took_its_place() {
        MemoryService uma = reranking.service(Samples.scope());
        uma.memorize(MemorizeRequest.messages(
                "homes",
                List.of(
                        said("2023-01-10T10:00:00Z", "I live in Turku, in the street where aunt Odile lived."),
                        said("2023-01-10T10:05:00Z", "The harbour is full of ice."),
                        said("2024-05-20T10:00:00Z", "I moved to Bergen."),
                        said("2024-05-20T10:05:00Z", "The rain never stops."))));
        RetrieveRequest where = RetrieveRequest.of("Where do I live?").withTopK(10);

        List<String> now = found(uma.retrieve(where));
        List<String> then = found(uma.retrieve(
                where.withAsOf(OffsetDateTime.parse("2023-06-01T10:00:00Z").toInstant())));

        assertThat(now.indexOf("I moved to Bergen.")).isBetween(0, indexOf(now, "Turku") - 1);
        assertThat(indexOf(then, "Turku")).isZero();
    }

    private static int indexOf(List<String> texts, String word) {
        return IntStream.range(0, texts.size())
                .filter(i -> texts.get(i).contains(word))
                .findFirst()
                .orElse(-1);
    }
}
