package io.memu4j.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig.Migrate;
import io.memu4j.error.ModelException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.ItemUpdate;
import io.memu4j.memory.NewItem;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Usage;
import io.memu4j.spi.llm.ChatAnswer;
import io.memu4j.store.jpa.JpaMemoryStore;
import io.memu4j.tck.ScriptedChatModel;
import io.memu4j.tck.ScriptedModels;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Micrometer gets of a memory on a database, with a chat model and an embedding model. */
class MicrometerObserverTest {
    private static final MemoryScope ANA = new MemoryScope("ana@example.org", "assistant");
    private static final String ITEMS = "{\"items\": [{\"type\": \"profile\", \"content\": \"Ana lives in Porto.\","
            + " \"categories\": [\"personal_info\"], \"passages\": [1]}]}";
    private static final String SUMMARIES =
            "{\"summaries\": [{\"category\": \"personal_info\", \"summary\": \"- Ana lives in Porto.\"}]}";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ObservationRegistry observations = ObservationRegistry.create();
    private final RecordedSpans spans = new RecordedSpans();
    private final ScriptedChatModel chat = new ScriptedChatModel("scripted");
    private MemoryServiceFactory memu;
    private MemoryService ana;

    @BeforeEach
    void open() {
        observations
                .observationConfig()
                .observationHandler(spans)
                .observationHandler(new DefaultMeterObservationHandler(meters));
        open(MicrometerObserver.of(observations, meters));
    }

    private void open(MicrometerObserver observer) {
        memu = MemoryServiceFactory.builder()
                .store(JpaMemoryStore.open(ObservedDatabase.h2(observations), Migrate.ON_OPEN))
                .blobs(BlobConfig.memory())
                .llm(ScriptedModels.of(chat))
                .observer(observer)
                .build();
        ana = memu.service(ANA);
        spans.clear();
    }

    @AfterEach
    void close() {
        memu.close();
    }

    private void memorize() {
        chat.answers(ChatAnswer.of(ITEMS).withUsage(Usage.of(700, 40))).says(SUMMARIES);
        ana.memorize(MemorizeRequest.text("holiday notes", "I live in Porto."));
    }

    @Test
    void a_memorize_is_a_span_around_its_model_calls_and_its_database() {
        memorize();

        Observation.Context memorize = spans.only("upsert_memory");
        assertThat(memorize.getParentObservation()).isNull();
        assertThat(spans.inside(memorize))
                .contains("chat scripted", "embeddings hashed-words", "database")
                .filteredOn("chat scripted"::equals)
                .hasSize(2);
        assertThat(spans.tags(memorize))
                .contains("gen_ai.operation.name=upsert_memory", "gen_ai.memory.record.count=1", "error.type=none");
    }

    @Test
    void a_retrieve_is_a_span_around_the_embedding_of_its_question_and_its_database() {
        memorize();
        spans.clear();

        ana.retrieve("Where does Ana live?");

        Observation.Context retrieve = spans.only("search_memory");
        assertThat(spans.inside(retrieve))
                .contains("embeddings hashed-words", "database")
                .doesNotContain("chat scripted");
        assertThat(spans.tags(retrieve)).contains("gen_ai.operation.name=search_memory", "memu4j.step=retrieve");
    }

    @Test
    void an_operation_is_a_part_of_what_the_application_observes() {
        Observation request = Observation.start("http.server.requests", observations);
        request.scoped(this::memorize);
        request.stop();

        assertThat(spans.only("upsert_memory").getParentObservation()).isSameAs(request);
        assertThat(observations.getCurrentObservation()).isNull();
    }

    @Test
    void a_call_of_a_model_carries_its_model_and_its_tokens() {
        memorize();

        assertThat(spans.tags("chat scripted"))
                .contains(
                        "gen_ai.operation.name=chat",
                        "gen_ai.request.model=scripted",
                        "gen_ai.usage.input_tokens=700",
                        "gen_ai.usage.output_tokens=40",
                        "memu4j.step=extract",
                        "memu4j.step=summarize");
        assertThat(tokens("input").totalAmount()).isEqualTo(700);
        assertThat(tokens("output").totalAmount()).isEqualTo(40);
        assertThat(tokens("output").count()).isEqualTo(1);
    }

    private DistributionSummary tokens(String type) {
        return meters.get("gen_ai.client.token.usage")
                .tags("gen_ai.operation.name", "chat", "gen_ai.request.model", "scripted", "gen_ai.token.type", type)
                .summary();
    }

    @Test
    void every_operation_is_timed_under_its_name() {
        MemoryItem item = ana.items().create(NewItem.of(MemoryType.PROFILE, "Ana is a nurse."));
        ana.items().update(item.id(), ItemUpdate.summary("Ana is a doctor."));
        ana.items().delete(item.id());
        ana.clear();

        assertThat(Stream.of("create_memory", "update_memory", "delete_memory", "delete_memory_store"))
                .allSatisfy(name -> assertThat(timer(name).count()).isEqualTo(1));
    }

    private Timer timer(String operation) {
        return meters.get("gen_ai.client.operation.duration")
                .tag("gen_ai.operation.name", operation)
                .timer();
    }

    @Test
    void a_failure_is_its_class_and_no_word_of_its_message() {
        chat.fails(ModelException.permanent("The provider quotes: I live in Porto.", null));
        assertThatThrownBy(() -> ana.memorize(MemorizeRequest.text("holiday notes", "I live in Porto.")))
                .isInstanceOf(ModelException.class);

        Observation.Context memorize = spans.only("upsert_memory");
        String failure = ModelException.class.getName();
        assertThat(spans.tags(memorize)).contains("error.type=" + failure);
        assertThat(memorize.getError()).hasMessage(failure).hasNoCause();
        assertThat(memorize.getError().getStackTrace()).isEmpty();
        assertThat(spans.tags("chat scripted")).contains("error.type=" + failure);
    }

    @Test
    void no_text_no_user_and_no_memory_is_in_any_tag() {
        memorize();
        ana.retrieve("Where does Ana live?");
        chat.fails(ModelException.permanent("The provider quotes: I live in Porto.", null));
        assertThatThrownBy(() -> ana.memorize(MemorizeRequest.text("more notes", "My key is sk-12345678.")))
                .isInstanceOf(ModelException.class);

        List<String> seen = Stream.concat(spans.everything(), meterTags()).toList();
        assertThat(seen).isNotEmpty();
        for (String secret :
                List.of("ana", "porto", "assistant", "notes", "sk-1234", "live", ANA.shortHash(), "personal_info")) {
            assertThat(seen).noneMatch(tag -> tag.toLowerCase(Locale.ROOT).contains(secret));
        }
    }

    private Stream<String> meterTags() {
        return meters.getMeters().stream()
                .map(Meter::getId)
                .flatMap(id -> Stream.concat(
                        Stream.of(id.getName()),
                        id.getTags().stream().map(tag -> tag.getKey() + "=" + tag.getValue())));
    }

    @Test
    void which_memory_it_is_is_a_short_hash_in_spans_if_asked_for() {
        memu.close();
        open(MicrometerObserver.of(observations, meters).withStoreIds());
        memorize();

        assertThat(spans.tags(spans.only("upsert_memory"))).contains("gen_ai.memory.store.id=" + ANA.shortHash());
        assertThat(meterTags()).noneMatch(tag -> tag.contains(ANA.shortHash()));
    }

    @Test
    void meters_need_no_registry_of_observations() {
        SimpleMeterRegistry alone = new SimpleMeterRegistry();
        try (MemoryServiceFactory watched = MemoryServiceFactory.builder()
                .observer(MicrometerObserver.of(alone))
                .build()) {
            watched.service(ANA).retrieve("Where does Ana live?");
        }
        assertThat(alone.get("gen_ai.client.operation.duration").timer().count())
                .isEqualTo(1);
    }
}
