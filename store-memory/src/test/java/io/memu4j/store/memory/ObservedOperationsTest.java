package io.memu4j.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.RetentionPolicy;
import io.memu4j.error.ModelException;
import io.memu4j.error.NotFoundException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.ItemUpdate;
import io.memu4j.memory.NewItem;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.model.ModelStep;
import io.memu4j.model.Usage;
import io.memu4j.observe.MemoryObserver;
import io.memu4j.observe.MemoryOperation;
import io.memu4j.observe.Observed;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.tck.ScriptedChatModel;
import io.memu4j.tck.ScriptedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an observer sees of operations, and what it cannot do to them. */
class ObservedOperationsTest {
    private static final MemoryScope ANA = new MemoryScope("ana@example.org", "assistant");
    private static final String HASH = ANA.shortHash();

    private final List<String> seen = new ArrayList<>();
    private final ScriptedChatModel chat = new ScriptedChatModel("scripted")
            .otherwise(request -> request.schema().name().equals("summaries")
                    ? "{\"summaries\": [{\"category\": \"personal_info\", \"summary\": \"- Ana lives in Porto.\"}]}"
                    : "{\"items\": [{\"type\": \"profile\", \"content\": \"Ana lives in Porto.\", \"categories\":"
                            + " [\"personal_info\"], \"passages\": [1]}]}");
    private final MemoryServiceFactory memu = opened(operation -> new Recorded(operation.toString()));
    private final MemoryService ana = memu.service(ANA);

    private MemoryServiceFactory opened(MemoryObserver observer) {
        return MemoryServiceFactory.builder()
                .llm(ScriptedModels.of(chat))
                .observer(observer)
                .build();
    }

    @AfterEach
    void close() {
        memu.close();
    }

    @Test
    void a_memorize_holds_its_model_calls_and_counts_its_statements() {
        ana.memorize(MemorizeRequest.text("notes", "I live in Porto."));

        assertThat(seen).first().isEqualTo("begin " + operation("MEMORIZE"));
        assertThat(seen)
                .contains(
                        "begin EXTRACT scripted",
                        "end EXTRACT scripted",
                        "begin SUMMARIZE scripted",
                        "end SUMMARIZE scripted")
                .anyMatch(line -> line.startsWith("begin EMBED"));
        assertThat(seen).endsWith("records 1 " + operation("MEMORIZE"), "end " + operation("MEMORIZE"));
    }

    @Test
    void a_source_that_did_not_change_has_no_records_and_no_call() {
        ana.memorize(MemorizeRequest.text("notes", "I live in Porto."));
        seen.clear();

        ana.memorize(MemorizeRequest.text("notes", "I live in Porto."));

        assertThat(seen)
                .containsExactly(
                        "begin " + operation("MEMORIZE"),
                        "records 0 " + operation("MEMORIZE"),
                        "end " + operation("MEMORIZE"));
    }

    @Test
    void a_retrieve_holds_the_embedding_of_its_question() {
        ana.memorize(MemorizeRequest.text("notes", "I live in Porto."));
        seen.clear();

        ana.retrieve("Where does Ana live?");

        assertThat(seen)
                .hasSize(5)
                .startsWith("begin " + operation("RETRIEVE"))
                .endsWith("end " + operation("RETRIEVE"))
                .anyMatch(line -> line.startsWith("end EMBED"))
                .noneMatch(line -> line.startsWith("records 0"));
    }

    @Test
    void several_memories_are_several_retrieves() {
        ana.across("assistant", "coder").retrieve(RetrieveRequest.of("Where does Ana live?"));

        assertThat(operations()).hasSize(2).allMatch(line -> line.contains("RETRIEVE"));
    }

    @Test
    void every_change_of_a_memory_is_an_operation() throws Exception {
        MemoryItem item = ana.items().create(NewItem.of(MemoryType.PROFILE, "Ana is a nurse."));
        ana.items().update(item.id(), ItemUpdate.summary("Ana is a doctor."));
        ana.items().close(item.id(), null);
        ana.items().reopen(item.id());
        ana.items().delete(item.id());
        String source = ana.memorize(MemorizeRequest.text("notes", "I live in Porto."))
                .resource()
                .id();
        ana.items().delete(ana.items().find("Porto"));
        ana.resources().delete(source);
        ana.clear();
        memu.admin().eraseScope(ANA);

        assertThat(operations())
                .containsExactly(
                        "begin " + operation("CREATE_ITEM"),
                        "begin " + operation("UPDATE_ITEM"),
                        "begin " + operation("UPDATE_ITEM"),
                        "begin " + operation("UPDATE_ITEM"),
                        "begin " + operation("DELETE_ITEMS"),
                        "begin " + operation("MEMORIZE"),
                        "begin " + operation("DELETE_ITEMS"),
                        "begin " + operation("DELETE_RESOURCE"),
                        "begin " + operation("CLEAR"),
                        "begin " + operation("ERASE"));
    }

    @Test
    void what_a_retention_policy_deletes_is_counted() {
        ana.memorize(MemorizeRequest.text("notes", "I live in Porto."));
        memu.admin().applyRetention(null, RetentionPolicy.EXPIRED.withMaxItems(0), false);

        assertThat(seen).contains("records 1 " + operation("APPLY_RETENTION"));
    }

    @Test
    void a_memorize_of_an_executor_begins_and_ends_in_its_thread() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            ana.memorizeAsync(MemorizeRequest.text("notes", "I live in Porto."), executor)
                    .get();
        } finally {
            executor.shutdown();
        }
        assertThat(seen).endsWith("end " + operation("MEMORIZE"));
    }

    @Test
    void of_a_failure_the_class_is_reported() {
        assertThatThrownBy(() -> ana.items().update("a secret of Ana", ItemUpdate.summary("Ana is a doctor.")))
                .isInstanceOf(NotFoundException.class);
        assertThat(seen)
                .containsExactly(
                        "begin " + operation("UPDATE_ITEM"),
                        "failed NotFoundException " + operation("UPDATE_ITEM"),
                        "end " + operation("UPDATE_ITEM"));
        seen.clear();

        chat.fails(ModelException.permanent("The provider quotes: I live in Porto.", null));
        assertThatThrownBy(() -> ana.memorize(MemorizeRequest.text("notes", "I live in Porto.")))
                .isInstanceOf(ModelException.class);
        assertThat(seen)
                .contains("failed ModelException EXTRACT scripted", "failed ModelException " + operation("MEMORIZE"));
    }

    @Test
    void no_text_and_no_id_of_a_person_is_seen() {
        ana.memorize(MemorizeRequest.text("notes", "I live in Porto."));
        ana.retrieve("Where does Ana live?");

        assertThat(seen)
                .noneMatch(line -> line.contains("Porto")
                        || line.toLowerCase(Locale.ROOT).contains("ana")
                        || line.contains("assistant")
                        || line.contains("notes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "nothing", "rest"})
    void an_observer_that_throws_harms_no_call(String place) {
        Observed broken = new Broken();
        try (MemoryServiceFactory watched = opened(operation -> switch (place) {
            case "start" -> throw new IllegalStateException("broken observer");
            case "nothing" -> null;
            default -> broken;
        })) {
            MemoryService memory = watched.service(ANA);
            assertThat(memory.memorize(MemorizeRequest.text("notes", "I live in Porto."))
                            .items())
                    .hasSize(1);
            assertThat(memory.retrieve("Where does Ana live?").items()).hasSize(1);
        }
    }

    private static String operation(String kind) {
        return new MemoryOperation(MemoryOperation.Kind.valueOf(kind), HASH).toString();
    }

    private List<String> operations() {
        return seen.stream()
                .filter(line -> line.startsWith("begin MemoryOperation"))
                .toList();
    }

    private synchronized void see(String line) {
        seen.add(line);
    }

    /** Writes down what is reported. */
    private final class Recorded implements Observed {
        private final String what;

        private Recorded(String what) {
            this.what = what;
            see("begin " + what);
        }

        @Override
        public void records(long count) {
            see("records " + count + " " + what);
        }

        @Override
        public void failed(Class<? extends Throwable> failure) {
            see("failed " + failure.getSimpleName() + " " + what);
        }

        @Override
        public Observed modelCall(ModelStep step, String model) {
            return new Recorded(step + " " + model);
        }

        @Override
        public void close() {
            see("end " + what);
        }
    }

    private static final class Broken implements Observed {
        @Override
        public void records(long count) {
            throw new IllegalStateException("broken observer");
        }

        @Override
        public void usage(Usage usage) {
            throw new IllegalStateException("broken observer");
        }

        @Override
        public Observed modelCall(ModelStep step, String model) {
            return new Broken();
        }

        @Override
        public void close() {
            throw new IllegalStateException("broken observer");
        }
    }
}
