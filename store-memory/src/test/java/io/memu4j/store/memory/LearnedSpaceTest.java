package io.memu4j.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.MemoryAdmin;
import io.memu4j.config.CallBudget;
import io.memu4j.config.LlmConfig;
import io.memu4j.doctor.Finding;
import io.memu4j.error.BudgetExceededException;
import io.memu4j.error.EmbeddingSpaceMismatchException;
import io.memu4j.error.ModelException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.ItemUpdate;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.ModelCall;
import io.memu4j.model.ModelStep;
import io.memu4j.model.PageRequest;
import io.memu4j.reembed.ReembedRequest;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.tck.HashedWordsModel;
import io.memu4j.tck.ScriptedChatModel;
import io.memu4j.tck.ScriptedModels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model on a server, whose dimension is not known before the first vector: what asks for it, and what works while it is down. */
class LearnedSpaceTest {
    private static final MemorizeRequest NOTES = MemorizeRequest.text("notes", "I live in Porto. I work as a nurse.");

    private static final MemoryScope SCOPE = new MemoryScope("ana", "assistant");

    private final MemoryStore store = new InMemoryFixture().store();
    private final List<ModelCall> told = new CopyOnWriteArrayList<>();
    private final Remote model = new Remote("remote");
    private final ScriptedChatModel chat = new ScriptedChatModel();

    /** Knows its dimension once it made a vector. */
    private static final class Remote implements TextEmbedder {
        private final HashedWordsModel words;
        private final int dimension;
        private final String name;
        private boolean down;
        private int requests;
        private @Nullable EmbeddingSpace learned;

        Remote(String name) {
            this(name, 32);
        }

        Remote(String name, int dimension) {
            this.name = name;
            this.dimension = dimension;
            this.words = new HashedWordsModel(dimension);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<EmbeddingSpace> knownSpace() {
            return Optional.ofNullable(learned);
        }

        @Override
        public EmbeddingSpace space() {
            if (learned == null) {
                embedAll(List.of("dimension"));
            }
            return learned;
        }

        @Override
        public List<float[]> embedAll(List<String> texts) {
            requests++;
            if (down) {
                throw ModelException.retriable("The server is down.", null);
            }
            learned = new EmbeddingSpace(name, dimension);
            return words.embedAll(texts);
        }

        @Override
        public float[] embedQuery(String query) {
            return embedAll(List.of(query)).get(0);
        }
    }

    @BeforeEach
    void memorize() {
        service(new Remote("remote")).memorize(NOTES);
        told.clear();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_embeds_nothing_works_while_the_server_is_down() {
        model.down = true;
        MemoryService ana = service(model);
        MemoryItem item = items(ana).get(0);

        assertThat(ana.memorize(NOTES).unchanged()).isTrue();
        assertThat(ana.memorize(NOTES.withAttributes(Map.of("kept", "yes"))).unchanged())
                .isFalse();
        ana.items().update(item.id(), ItemUpdate.type(item.type()).withAttributes(Map.of("kept", "yes")));

        assertThat(items(ana).get(0).attributes()).containsEntry("kept", "yes");
        assertThat(model.requests).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void the_request_that_learns_the_dimension_is_told_as_what_it_is() {
        MemoryService ana = service(model);

        int calls = ana.memorize(MemorizeRequest.text("more", "I have a dog called Rex."))
                .calls()
                .embeddingCalls();

        assertThat(calls).isEqualTo(model.requests);
        assertThat(told).filteredOn(call -> call.step() == ModelStep.EMBED).hasSize(model.requests);
    }

    @Test
    void nothing_is_asked_for_a_memorize_that_its_budget_refuses() {
        MemoryService ana = MemoryServiceFactory.builder()
                .store(store)
                .llm(new ScriptedModels(chat, null, null, model))
                .build()
                .service("ana", "assistant");
        MemorizeRequest dear = MemorizeRequest.text("more", "I have a dog called Rex.");

        assertThatThrownBy(() -> ana.memorize(dear.withBudget(CallBudget.calls(1))))
                .isInstanceOf(BudgetExceededException.class);

        assertThat(model.requests).isZero();
        assertThat(chat.requests()).isEmpty();
    }

    @Test
    void a_first_question_is_one_request() {
        assertThat(service(model).retrieve("Where do I live?").passages()).isNotEmpty();

        assertThat(model.requests).isEqualTo(1);
    }

    @Test
    void another_model_is_refused_before_anything_is_asked() {
        Remote other = new Remote("other");
        MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .store(store)
                .llm(new ScriptedModels(chat, null, null, other))
                .build();
        MemoryService ana = memu.service("ana", "assistant");

        assertThatThrownBy(() -> ana.memorize(MemorizeRequest.text("more", "I have a dog called Rex.")))
                .isInstanceOf(EmbeddingSpaceMismatchException.class);
        assertThatThrownBy(() -> ana.items().delete(items(ana).get(0).id()))
                .isInstanceOf(EmbeddingSpaceMismatchException.class);
        assertThat(chat.requests()).isEmpty();
        assertThat(items(ana)).hasSize(2);
    }

    @Test
    void health_names_the_model_without_asking_it() {
        model.down = true;
        MemoryAdmin.Health health = factory(model).admin().health();

        assertThat(health.embeddingModel()).isEqualTo("remote");
        assertThat(health.space()).isNull();
        assertThat(model.requests).isZero();
        Remote known = new Remote("remote");
        known.embedQuery("?");
        assertThat(factory(known).admin().health().space()).isEqualTo(new EmbeddingSpace("remote", 32));
    }

    @Test
    void the_doctor_needs_the_model_for_what_has_no_vectors_alone_and_says_where_it_does_not_answer() {
        model.down = true;
        MemoryAdmin admin = factory(model).admin();
        assertThat(admin.doctor(true).findings()).isEmpty();
        assertThat(model.requests).isZero();

        MemoryServiceFactory.builder()
                .store(store)
                .llm(LlmConfig.none())
                .build()
                .service("ben", "assistant")
                .memorize(NOTES);

        assertThat(admin.doctor(true).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.area()).isEqualTo(Finding.Area.VECTORS);
            assertThat(finding.fixed()).isFalse();
            assertThat(finding.problem()).contains("remote").contains("The server is down.");
        });
        assertThat(told)
                .filteredOn(call -> call.outcome() == ModelCall.Outcome.FAILED)
                .hasSize(1);
    }

    @Test
    void the_doctor_says_where_the_model_fails_while_vectors_are_made() {
        MemoryServiceFactory.builder()
                .store(store)
                .llm(LlmConfig.none())
                .build()
                .service("ben", "assistant")
                .memorize(NOTES);
        model.embedQuery("?");
        model.down = true;

        assertThat(factory(model).admin().doctor(true).findings())
                .hasSize(2)
                .noneMatch(Finding::fixed)
                .anySatisfy(finding -> assertThat(finding.problem()).contains("The server is down."));
    }

    @Test
    void the_doctor_leaves_a_memory_alone_whose_model_has_the_same_name_and_another_dimension() {
        MemoryServiceFactory.builder()
                .store(store)
                .llm(LlmConfig.none())
                .build()
                .service("ana", "assistant")
                .memorize(MemorizeRequest.text("more", "I have a dog called Rex."));
        EmbeddingSpace before = store.in(SCOPE).watermark().activeSpace();

        factory(new Remote("remote", 16)).admin().doctor(true);

        assertThat(store.in(SCOPE).watermark().activeSpace()).isEqualTo(before);
        assertThat(store.in(SCOPE).vectors().bySpace()).containsOnlyKeys(before);
    }

    @Test
    void a_change_of_the_model_is_told() {
        factory(model).admin().reembed(ReembedRequest.ALL.withModel(new Remote("other")));

        assertThat(told).isNotEmpty().allMatch(call -> call.model().equals("other"));
    }

    private MemoryServiceFactory factory(Remote embedding) {
        return MemoryServiceFactory.builder()
                .store(store)
                .llm(Models.of(embedding))
                .modelCalls(told::add)
                .build();
    }

    private MemoryService service(Remote embedding) {
        return factory(embedding).service("ana", "assistant");
    }

    private static List<MemoryItem> items(MemoryService ana) {
        return ana.items().list(ItemFilter.ALL, PageRequest.first(10)).rows();
    }
}
