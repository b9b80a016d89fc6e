package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.EmbeddingSpaceMismatchException;
import io.memu4j.error.ModelException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.NewItem;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Passage;
import io.memu4j.reembed.ReembedReport;
import io.memu4j.reembed.ReembedRequest;
import io.memu4j.retrieve.RetrieveResult.ScoredPassage;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.store.ScopeVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Changing over to another embedding model while the old one serves. */
abstract class ReembedScenarios extends ServiceTopic {
    private static final String QUESTION = "Who is allergic to peanuts?";

    private final RecordingEmbeddingModel other = new RecordingEmbeddingModel(new HashedWordsModel(512));

    @Test
    void the_old_model_serves_until_the_change_and_the_new_one_from_then_on() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        List<Passage> before = found(ana);
        MemoryServiceFactory renewed = factory(fixture().store(), Models.of(other));
        MemoryService same = renewed.service(ana.scope());
        assertThatThrownBy(() -> same.retrieve(QUESTION))
                .isInstanceOf(EmbeddingSpaceMismatchException.class)
                .hasMessageContaining("memu reembed")
                .hasMessageContaining("hashed-words/512");

        List<List<Passage>> during = new ArrayList<>();
        ReembedReport report = memu.admin()
                .reembed(anasAlone()
                        .withModel(other)
                        .withBatch(4)
                        .withListener((scope, done, total) -> during.add(found(ana))));

        assertThat(during).hasSizeGreaterThan(2).allMatch(before::equals);
        long units = ana.counts().embeddings();
        assertThat(report).isEqualTo(new ReembedReport(other.space(), 1, 1, units, units));
        assertThat(vectors(ana).bySpace()).isEqualTo(Map.of(other.space(), units));
        assertThat(found(same)).isEqualTo(before);
        assertThatThrownBy(() -> ana.retrieve(QUESTION))
                .isInstanceOf(EmbeddingSpaceMismatchException.class)
                .hasMessageContaining("hashed-words/512");
        assertThatThrownBy(() ->
                        ana.memorize(MemorizeRequest.append("chat", List.of(ConversationMessage.user("Ana", "Hello")))))
                .isInstanceOf(EmbeddingSpaceMismatchException.class);
        same.memorize(MemorizeRequest.append(
                "chat", List.of(ConversationMessage.user("Ana", "I adopted a parrot called Kiwi."))));
        assertThat(same.retrieve("Which parrot?").passages().get(0).value().text())
                .contains("Kiwi");
    }

    @Test
    void what_is_written_meanwhile_is_embedded_before_the_change() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        AtomicBoolean written = new AtomicBoolean();
        memu.admin().reembed(anasAlone().withModel(other).withBatch(3).withListener((scope, done, total) -> {
            if (done > total / 2 && written.compareAndSet(false, true)) {
                ana.items().create(NewItem.of(MemoryType.PROFILE, "Ana collects stamps"));
                ana.memorize(MemorizeRequest.append(
                        "chat", List.of(ConversationMessage.user("Ana", "I adopted a parrot called Kiwi."))));
            }
        }));
        assertThat(written).isTrue();
        assertThat(vectors(ana).countMissing(other.space())).isZero();
        MemoryService same = factory(fixture().store(), Models.of(other)).service(ana.scope());
        assertThat(same.retrieve("stamps").items().get(0).value().summary()).contains("stamps");
        assertThat(same.retrieve("parrot Kiwi").passages().get(0).value().text())
                .contains("Kiwi");
    }

    @Test
    void a_run_that_failed_is_taken_up_and_embeds_nothing_twice() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        List<Passage> before = found(ana);
        long units = ana.counts().embeddings();
        other.failAt(3);
        ReembedRequest request = anasAlone().withModel(other).withBatch(4);
        assertThatThrownBy(() -> memu.admin().reembed(request)).isInstanceOf(ModelException.class);
        assertThat(vectors(ana).bySpace()).containsEntry(other.space(), 8L);
        assertThat(found(ana)).isEqualTo(before);
        other.forget();
        assertThat(memu.admin().reembed(request).embedded()).isEqualTo(units - 8);
        assertThat(other.texts()).hasSize((int) units - 8);
        other.forget();
        assertThat(memu.admin().reembed(request)).isEqualTo(new ReembedReport(other.space(), 1, 0, 0, 0));
        assertThat(other.calls()).isZero();
    }

    @Test
    void an_interrupted_run_stops_between_batches_and_the_old_model_goes_on_serving() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        ReembedRequest request = anasAlone()
                .withModel(other)
                .withBatch(4)
                .withListener((scope, done, total) -> Thread.currentThread().interrupt());
        assertThatThrownBy(() -> memu.admin().reembed(request)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(vectors(ana).bySpace()).containsEntry(other.space(), 4L);
        assertThat(found(ana)).isNotEmpty();
    }

    @Test
    void a_memory_made_without_a_model_gets_its_vectors() {
        MemoryService words = factory(fixture().store(), Models.none()).service(ana.scope());
        words.memorize(MemorizeRequest.messages("chat", conversation()));
        assertThat(words.counts().embeddings()).isZero();
        assertThat(memu.admin().reembed(anasAlone()).changedOver()).isEqualTo(1);
        assertThat(vectors(ana).countMissing(model.space())).isZero();
        assertThat(found(ana)).isNotEmpty();
        words.items().create(NewItem.of(MemoryType.PROFILE, "Ana collects stamps"));
        long lacking = vectors(ana).countMissing(model.space());
        assertThat(lacking).isPositive();
        assertThat(memu.admin().reembed(anasAlone())).isEqualTo(new ReembedReport(model.space(), 1, 0, lacking, 0));
        assertThat(ana.retrieve("stamps").items().get(0).value().summary()).contains("stamps");
    }

    @Test
    void only_the_memories_that_are_meant_change() {
        MemoryService ben = anotherUser();
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        ben.memorize(MemorizeRequest.messages("chat", conversation()));
        Contents before = contents(ben);
        memu.admin().reembed(anasAlone().withModel(other));
        assertThat(contents(ben)).isEqualTo(before);
        assertThat(found(ben)).isNotEmpty();
    }

    @Test
    void an_emptied_memory_takes_the_space_of_whoever_writes_next() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        ana.clear();
        memu.admin().reembed(anasAlone().withModel(other));
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        assertThat(vectors(ana).bySpace()).containsOnlyKeys(model.space());
    }

    @Test
    void without_any_model_it_is_refused() {
        MemoryServiceFactory words = factory(fixture().store(), Models.none());
        assertThatThrownBy(() -> words.admin().reembed(anasAlone())).isInstanceOf(ConfigurationException.class);
    }

    private ReembedRequest anasAlone() {
        return ReembedRequest.ALL
                .withUser(ana.scope().userId())
                .withAgent(ana.scope().agentId());
    }

    private ScopeVectors vectors(MemoryService service) {
        return fixture().store().in(service.scope()).vectors();
    }

    private static List<Passage> found(MemoryService service) {
        return service.retrieve(QUESTION).passages().stream()
                .limit(1)
                .map(ScoredPassage::value)
                .toList();
    }
}
