package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.CallBudget;
import io.memu4j.config.CategoryDefinition;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.config.UnderstandingConfig;
import io.memu4j.error.BudgetExceededException;
import io.memu4j.error.ModelException;
import io.memu4j.memorize.MemorizeListener.Step;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.memory.ItemUpdate;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceState;
import io.memu4j.spi.llm.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Memorizing with a chat model: how often it is asked, and what becomes of answers that are none. */
abstract class ChatModelScenarios extends ServiceTopic {
    private static final List<String> NAMES =
            List.of("home", "work", "family", "music", "food", "travel", "health", "plans");
    private static final String REFUSAL = "I'm sorry, but I can't help with that request.";

    private final ScriptedChatModel chat = new ScriptedChatModel().otherwise(new NoteTaker());
    private MemoryService bea;

    @BeforeEach
    final void openWithChatModel() {
        bea = withWindows(UnderstandingConfig.DEFAULT.windowTokens()).service(Samples.scope());
    }

    private MemoryServiceFactory withWindows(int tokens) {
        return factory(MemorizeConfig.DEFAULT, tokens);
    }

    private MemoryServiceFactory factory(MemorizeConfig config, int windowTokens) {
        List<CategoryDefinition> topics = NAMES.stream()
                .map(name -> new CategoryDefinition(name, "All about " + name))
                .toList();
        return MemoryServiceFactory.builder()
                .store(fixture().store())
                .llm(ScriptedModels.of(chat))
                .blobs(BlobConfig.folder(folder))
                .memorize(config.withCategories(topics)
                        .withUnderstanding(UnderstandingConfig.DEFAULT.withWindowTokens(windowTokens)))
                .build();
    }

    /** {@code count} facts in turn about each of the topics, each with an answer of the assistant. */
    private static List<ConversationMessage> talk(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(n -> n % 2 == 0
                        ? ConversationMessage.user(
                                "Bea", "Fact " + n + " is about my " + NAMES.get(n / 2 % NAMES.size()) + ".")
                        : ConversationMessage.assistant("I see, number " + n + "."))
                .toList();
    }

    private long summaryCalls() {
        return chat.requests().stream().filter(NoteTaker::asksForSummaries).count();
    }

    private long extractCalls() {
        return chat.requests().size() - summaryCalls();
    }

    @Test
    void a_conversation_of_60_lines_about_8_topics_takes_2_calls() {
        MemorizeResult result = bea.memorize(MemorizeRequest.messages("chat", talk(0, 60)));
        assertThat(result.items()).hasSize(30);
        assertThat(result.categories()).hasSize(8);
        assertThat(result.resource().state()).isEqualTo(ResourceState.COMPLETE);
        assertThat(chat.requests()).hasSize(2);
        assertThat(result.calls().calls()).isEqualTo(2);
        assertThat(result.items()).allSatisfy(item -> assertThat(bea.items().passages(item.id()))
                .singleElement()
                .satisfies(passage -> assertThat(passage.text()).isEqualTo(item.summary())));
        bea.memorize(MemorizeRequest.messages("chat", talk(0, 60)));
        assertThat(chat.requests()).hasSize(2);
    }

    @Test
    void a_document_of_3_pages_takes_2_calls() {
        String page = IntStream.range(0, 12)
                .mapToObj(n -> "Paragraph " + n + " of the page about " + NAMES.get(n % 8) + ". "
                        + "It goes on with words that fill a whole page as such pages are filled. ".repeat(3))
                .collect(Collectors.joining("\n\n"));
        String pages = IntStream.range(0, 3)
                .mapToObj(n -> "# Page " + n + "\n\n" + page)
                .collect(Collectors.joining("\n\n"));
        assertThat(pages.length()).isGreaterThan(8_500);
        bea.memorize(MemorizeRequest.text("report", pages));
        assertThat(chat.requests()).hasSize(2);
    }

    @Test
    void one_unusable_window_of_five_leaves_its_gap_and_memorizing_again_asks_for_it_alone() {
        MemoryService service = fiveWindows();
        unusableAnswersFor("Fact 24 ");
        MemorizeResult result = service.memorize(MemorizeRequest.messages("chat", talk(0, 60)));
        assertThat(extractCalls()).as("five windows and one repair").isEqualTo(6);
        assertThat(result.resource().state()).isEqualTo(ResourceState.PARTIAL);
        assertThat(result.resource().missing())
                .isEqualTo("passages 13-24: there is no JSON in the answer; understood without a model until it is"
                        + " memorized again");
        assertThat(statements(service)).hasSizeGreaterThanOrEqualTo(24).noneMatch(s -> s.contains("sorry"));

        chat.forget();
        chat.otherwise(new NoteTaker());
        MemorizeResult again = service.memorize(MemorizeRequest.messages("chat", talk(0, 60)));
        assertThat(extractCalls()).isEqualTo(1);
        assertThat(summaryCalls()).isZero();
        assertThat(again.calls().calls()).isEqualTo(1);
        assertThat(again.items()).hasSize(6).allSatisfy(item -> assertThat(summaries(service))
                .containsOnlyOnce(item.summary()));
        assertThat(again.resource().state()).isEqualTo(ResourceState.COMPLETE);
        assertThat(again.resource().missing()).isNull();
        assertAsIfNeverFailed(service);

        chat.forget();
        assertThat(service.memorize(MemorizeRequest.messages("chat", talk(0, 60)))
                        .unchanged())
                .isTrue();
        assertThat(chat.requests()).isEmpty();
    }

    @Test
    void what_was_missing_and_makes_a_summary_too_long_is_summarized_by_the_model() {
        MemoryService service = fiveWindows();
        unusableAnswersFor("Fact 24 ");
        service.memorize(MemorizeRequest.messages("chat", talk(0, 60)));
        chat.forget();
        MemoryServiceFactory terse = factory(MemorizeConfig.DEFAULT.withSummaryTargetWords(25), WINDOW);
        chat.otherwise(new NoteTaker());
        terse.service(service.scope()).memorize(MemorizeRequest.messages("chat", talk(0, 60)));
        assertThat(extractCalls()).isEqualTo(1);
        assertThat(summaryCalls()).isEqualTo(1);
        assertThat(chat.requests().get(1).user()).contains("\"missed\"").doesNotContain("\"new\"");
    }

    @Test
    void memorizing_again_in_vain_asks_twice_and_leaves_what_is_there() {
        MemoryService service = fiveWindows();
        unusableAnswersFor("Fact 24 ");
        service.memorize(MemorizeRequest.messages("chat", talk(0, 60)));
        List<MemoryItem> before = items(service);
        chat.forget();
        MemorizeResult again = service.memorize(MemorizeRequest.messages("chat", talk(0, 60)));
        assertThat(extractCalls()).isEqualTo(2);
        assertThat(summaryCalls()).isZero();
        assertThat(again.resource().state()).isEqualTo(ResourceState.PARTIAL);
        assertThat(items(service)).isEqualTo(before);
    }

    @Test
    void a_redo_that_gets_an_unusable_answer_keeps_what_was_known_of_that_part() {
        MemoryService service = fiveWindows();
        service.memorize(MemorizeRequest.messages("chat", talk(0, 60)));
        unusableAnswersFor("Fact 24 ");
        Resource chatResource = service.memorize(
                        MemorizeRequest.messages("chat", talk(0, 60)).again())
                .resource();
        assertThat(chatResource.missing()).startsWith("passages 13-24: ");
        assertAsIfNeverFailed(service);
    }

    @Test
    void appending_to_what_is_partial_also_asks_for_what_is_missing() {
        MemoryService service = fiveWindows();
        unusableAnswersFor("Fact 24 ");
        service.memorize(MemorizeRequest.append("chat", talk(0, 60)));
        chat.forget();
        chat.otherwise(new NoteTaker());
        MemorizeResult result = service.memorize(MemorizeRequest.append("chat", talk(60, 2)));
        assertThat(extractCalls()).isEqualTo(2);
        assertThat(result.resource().state()).isEqualTo(ResourceState.COMPLETE);
        assertThat(statements(service)).hasSize(31);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                REFUSAL,
                "",
                "{\"items\": \"none\"}",
                "{\"memories_items\": [{\"content\": \"x\"}]}",
                "[[[[",
                "null"
            })
    void an_answer_that_is_none_is_never_a_memory(String answer) {
        chat.otherwise(request -> answer);
        MemorizeResult result = bea.memorize(MemorizeRequest.messages("chat", talk(0, 6)));
        assertThat(result.resource().state()).isEqualTo(ResourceState.PARTIAL);
        assertThat(result.understood()).isFalse();
        List<String> said =
                talk(0, 6).stream().map(ConversationMessage::content).toList();
        assertThat(items(bea)).as("by rules: what was said").allSatisfy(item -> assertThat(said)
                .anyMatch(text -> text.contains(item.summary())));
        assertThat(extractCalls()).isEqualTo(2);
        assertThat(chat.requests().get(1).user()).contains("could not be used");
    }

    @Test
    void nothing_worth_remembering_is_an_answer_and_touches_no_summary() {
        chat.says("{\"caption\": null, \"items\": []}");
        MemorizeResult result = bea.memorize(MemorizeRequest.messages("chat", talk(0, 6)));
        assertThat(result.resource().state()).isEqualTo(ResourceState.COMPLETE);
        assertThat(items(bea)).isEmpty();
        assertThat(chat.requests()).hasSize(1);
    }

    @Test
    void an_unusable_answer_about_summaries_is_replaced_by_rules() {
        chat.otherwise(request -> NoteTaker.asksForSummaries(request) ? REFUSAL : new NoteTaker().apply(request));
        bea.memorize(MemorizeRequest.messages("chat", talk(0, 6)));
        assertThat(summaries(bea)).contains("- Fact 0 is about my home").doesNotContain("sorry");
        assertThat(summaryCalls()).isEqualTo(1);
    }

    @Test
    void a_model_that_fails_at_any_call_leaves_nothing_and_the_retry_doubles_nothing() {
        MemoryService service = fiveWindows();
        for (int call = 1; call <= 6; call++) {
            failAt(call);
            assertThat(catchThrowable(() -> service.memorize(MemorizeRequest.messages("chat", talk(0, 60)))))
                    .isInstanceOf(ModelException.class);
            assertThat(contents(service).watermark().revision()).isZero();
        }
        chat.otherwise(new NoteTaker());
        service.memorize(MemorizeRequest.messages("chat", talk(0, 60)));
        assertAsIfNeverFailed(service);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void cut_off_at_any_step_it_leaves_all_or_nothing(Step when) {
        for (int nth = 0; nth < 3; nth++) {
            MemoryService service = withWindows(WINDOW).service(Samples.scope());
            CompletableFuture<MemorizeResult> running = cancelledAt(service, when, nth);
            boolean stored = contents(service).watermark().revision() > 0;
            assertThat(catchThrowable(running::join) instanceof CancellationException)
                    .isEqualTo(!stored);
            assertThat(items(service)).hasSize(stored ? 30 : 0);
            service.memorize(MemorizeRequest.messages("chat", talk(0, 60)));
            assertAsIfNeverFailed(service);
        }
    }

    @Test
    void a_changed_or_deleted_statement_changes_the_summary_it_fed_unless_told_otherwise() {
        List<MemoryItem> items =
                bea.memorize(MemorizeRequest.messages("chat", talk(0, 60))).items();
        chat.forget();
        bea.items().update(items.get(0).id(), ItemUpdate.summary("The home is in Porto now."));
        assertThat(summaries(bea)).contains("Porto").doesNotContain("Fact 0 ");
        bea.items().delete(items.get(1).id());
        assertThat(summaries(bea)).doesNotContain("Fact 2 ");
        assertThat(summaryCalls()).isEqualTo(2);
        bea.items().delete(items.get(2).id(), false);
        assertThat(summaries(bea)).contains("Fact 4 ");
        assertThat(chat.requests()).hasSize(2);
    }

    @Test
    void sixteen_at_once_write_each_summary_once_and_ask_for_no_window_twice() {
        Threads.all(16, n -> bea.memorize(MemorizeRequest.messages("chat " + n, talk(2 * n, 2))));
        assertThat(summaryCalls()).as("as many as one after the other").isEqualTo(16);
        assertThat(extractCalls()).isEqualTo(16);
        assertThat(statements(bea)).hasSize(16);
        String all = summaries(bea);
        assertThat(statements(bea)).allSatisfy(statement -> assertThat(all).contains(statement));
    }

    @Test
    void sixteen_appending_to_one_conversation_ask_once_each() {
        Threads.all(16, n -> bea.memorize(MemorizeRequest.append("chat", talk(2 * n, 1))));
        assertThat(extractCalls()).isEqualTo(16);
        assertThat(summaryCalls()).as("none for what was overtaken").isEqualTo(16);
        assertThat(statements(bea)).hasSize(16);
    }

    @Test
    void what_would_exceed_the_budget_stops_before_the_first_call() {
        MemorizeRequest request = MemorizeRequest.messages("chat", talk(0, 60));
        assertThatThrownBy(() -> fiveWindows().memorize(request.withBudget(CallBudget.calls(5))))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageContaining("6");
        assertThatThrownBy(() -> bea.memorize(request.withBudget(CallBudget.tokens(1_000))))
                .isInstanceOf(BudgetExceededException.class);
        assertThat(chat.requests()).isEmpty();
        bea.memorize(request.withBudget(CallBudget.calls(2)));
        assertThat(chat.requests()).hasSize(2);
    }

    private static final int WINDOW = 280;

    /** Sixty messages are five windows of twelve. */
    private MemoryService fiveWindows() {
        return withWindows(WINDOW).service(Samples.scope());
    }

    private void unusableAnswersFor(String fact) {
        chat.otherwise(request -> isAskedAbout(request, fact) ? REFUSAL : new NoteTaker().apply(request));
    }

    private static boolean isAskedAbout(ChatRequest request, String fact) {
        return !NoteTaker.asksForSummaries(request)
                && NoteTaker.lines(request).stream()
                        .anyMatch(line ->
                                line.has("n") && line.get("text").asText().startsWith(fact));
    }

    private void failAt(int call) {
        chat.forget();
        List<Integer> calls = new ArrayList<>();
        chat.otherwise(request -> {
            calls.add(1);
            if (calls.size() == call) {
                throw ModelException.retriable("The chat model was told to fail at call " + call + ".", null);
            }
            return new NoteTaker().apply(request);
        });
    }

    private CompletableFuture<MemorizeResult> cancelledAt(MemoryService service, Step when, int nth) {
        CompletableFuture<CompletableFuture<MemorizeResult>> running = new CompletableFuture<>();
        List<Step> seen = new ArrayList<>();
        MemorizeRequest request = MemorizeRequest.messages("chat", talk(0, 60)).withListener((step, done, total) -> {
            if (step == when) {
                seen.add(step);
                if (seen.size() == nth + 1) {
                    running.join().cancel(true);
                }
            }
        });
        List<Runnable> queue = new ArrayList<>();
        CompletableFuture<MemorizeResult> started = service.memorizeAsync(request, queue::add);
        running.complete(started);
        queue.forEach(Runnable::run);
        return started;
    }

    private void assertAsIfNeverFailed(MemoryService service) {
        chat.otherwise(new NoteTaker());
        MemoryService clean = withWindows(WINDOW).service(Samples.scope());
        clean.memorize(MemorizeRequest.messages("chat", talk(0, 60)));
        assertThat(statements(service)).isEqualTo(statements(clean));
        // The history alone tells what rules had understood meanwhile.
        assertThat(service.counts().toBuilder().events(0).build())
                .isEqualTo(clean.counts().toBuilder().events(0).build());
        assertThat(items(service))
                .allSatisfy(item -> assertThat(item.reinforcements()).isEqualTo(1));
    }
}
