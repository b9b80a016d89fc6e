package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.memu4j.MemoryService;
import io.memu4j.error.ModelException;
import io.memu4j.error.StoreException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.ItemUpdate;
import io.memu4j.memory.NewItem;
import io.memu4j.model.MemoryType;
import io.memu4j.spi.llm.Models;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A failure at any step leaves the memory as it was, and the same call succeeds afterwards. */
abstract class FailureScenarios extends ServiceTopic {
    private static final int MOST_CALLS = 200;

    private final MemorizeRequest chat = chatFile(FACTS);
    private final MemorizeRequest changedChat =
            chatFile(List.of(FACTS.get(0), FACTS.get(1), "I adopted a parrot called Kiwi."));

    @Test
    void a_model_that_fails_at_any_call_of_a_first_memorize_leaves_nothing() {
        failEachModelCall(service -> service.memorize(chat));
        assertThat(statements(ana)).anyMatch(s -> s.contains("nurse"));
    }

    @Test
    void a_model_that_fails_at_any_call_of_a_repeated_memorize_changes_nothing() {
        ana.memorize(chat);
        failEachModelCall(service -> service.memorize(changedChat));
        assertThat(statements(ana)).anyMatch(s -> s.contains("parrot")).noneMatch(s -> s.contains("violin"));
    }

    @Test
    void a_model_that_fails_while_a_statement_is_created_or_changed_changes_nothing() {
        failEachModelCall(service -> service.items().create(NewItem.of(MemoryType.PROFILE, "Ana collects stamps")));
        String id = items(ana).get(0).id();
        failEachModelCall(service -> service.items().update(id, ItemUpdate.summary("Ana collects coins")));
        assertThat(statements(ana)).containsExactly("Ana collects coins");
    }

    @Test
    void a_store_that_fails_at_any_call_leaves_all_or_nothing() {
        ana.memorize(chat);
        failEachStoreCall(service -> service.memorize(changedChat));
        assertThat(statements(ana)).anyMatch(s -> s.contains("parrot")).noneMatch(s -> s.contains("violin"));
    }

    @Test
    void a_store_that_fails_at_any_call_of_a_first_memorize_leaves_all_or_nothing() {
        failEachStoreCall(service -> service.memorize(chat));
        assertThat(statements(ana)).anyMatch(s -> s.contains("violin"));
    }

    @Test
    void a_store_that_fails_while_a_source_is_deleted_leaves_all_or_nothing() {
        String id = ana.memorize(chat).resource().id();
        failEachStoreCall(service -> service.resources().delete(id));
        assertThat(items(ana)).isEmpty();
        assertThat(contents(ana).pendingDeletions()).hasSize((int) copies());
        ana.memorize(changedChat);
        assertThat(contents(ana).pendingDeletions()).isEmpty();
        assertThat(copies()).isEqualTo(1);
    }

    private void failEachModelCall(Consumer<MemoryService> operation) {
        Contents before = contents(ana);
        long copies = copies();
        int call = 1;
        while (true) {
            // A factory of its own: what one remembers of the model's answers must not hide a call from the next.
            MemoryService service = factory(fixture().store(), Models.of(model)).service(ana.scope());
            model.failAt(call);
            Throwable failure = catchThrowable(() -> operation.accept(service));
            model.forget();
            if (failure == null) {
                break;
            }
            assertThat(failure).isInstanceOf(ModelException.class);
            assertThat(contents(ana)).as("after a failure of call " + call).isEqualTo(before);
            assertThat(copies()).as("copies after a failure of call " + call).isEqualTo(copies);
            assertThat(call).isLessThan(MOST_CALLS);
            call++;
        }
        assertThat(call).as("calls that could fail").isGreaterThan(1);
    }

    private void failEachStoreCall(Consumer<MemoryService> operation) {
        Contents before = contents(ana);
        long copies = copies();
        FailingStore failing = new FailingStore(fixture().store());
        MemoryService service = factory(failing.asStore(), Models.of(model)).service(ana.scope());
        int call = 1;
        while (contents(ana).watermark().equals(before.watermark())) {
            assertThat(contents(ana)).as("after a failure of call " + call).isEqualTo(before);
            assertThat(copies()).as("copies after a failure of call " + call).isEqualTo(copies);
            failing.failAt(call);
            Throwable failure = catchThrowable(() -> operation.accept(service));
            assertThat(failing.recover())
                    .as("whether call " + call + " was made")
                    .isTrue();
            if (failure != null) {
                assertThat(failure).isInstanceOf(StoreException.class);
            }
            assertThat(call).isLessThan(MOST_CALLS);
            call++;
        }
        assertThat(call).as("calls that could fail").isGreaterThan(3);
        assertThat(contents(ana).watermark().revision())
                .isEqualTo(before.watermark().revision() + 1);
    }
}
