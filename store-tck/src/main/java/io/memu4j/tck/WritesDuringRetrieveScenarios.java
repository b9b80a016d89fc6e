package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes between the tiers of a retrieve: the sufficiency check of a chat model is where they happen. */
abstract class WritesDuringRetrieveScenarios extends ServiceTopic {
    private static final String PARROT = "I adopted a parrot called Kiwi.";
    private static final RetrieveRequest REQUEST = RetrieveRequest.of(
                    "Who adopted a parrot called Kiwi, near the river in Porto?")
            .withSufficiencyCheck(true);

    private final ScriptedChatModel chat = new ScriptedChatModel();
    private Runnable write = () -> {};
    private int checks;
    /** A service on Ana's memory whose model writes during its first check. */
    private MemoryService asking;

    @BeforeEach
    final void memorizeAndOpenWithChatModel() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        asking = MemoryServiceFactory.builder()
                .store(fixture().store())
                .llm(new ScriptedModels(chat, null, null, model))
                .blobs(BlobConfig.folder(folder))
                .build()
                .service(ana.scope());
    }

    @Test
    void what_is_written_between_two_tiers_is_not_in_the_answer_but_in_the_next_one() {
        writeInCheck(1, this::adoptParrot);
        RetrieveResult found = asking.retrieve(REQUEST);
        assertThat(checks).isGreaterThan(1);
        assertThat(found.items())
                .isNotEmpty()
                .noneMatch(item -> item.value().summary().contains("Kiwi"));
        assertThat(found.passages())
                .isNotEmpty()
                .noneMatch(p -> p.value().text().contains("Kiwi"));
        assertThat(ana.retrieve(REQUEST.query()).passages().get(0).value().text())
                .contains("Kiwi");
    }

    @Test
    void the_next_question_of_a_check_is_asked_of_the_revision_of_the_first_one() {
        writeInCheck(1, this::adoptParrot);
        answer("{\"enough\": false, \"next_query\": \"Which parrot did Ana adopt?\"}");
        RetrieveResult found = asking.retrieve(REQUEST);
        assertThat(found.nextStepQuery()).isEqualTo("Which parrot did Ana adopt?");
        assertThat(found.passages()).noneMatch(p -> p.value().text().contains("Kiwi"));
    }

    @Test
    void a_search_in_the_same_memory_does_not_wait_for_a_retrieve_that_waits_for_a_model() {
        writeInCheck(1, () -> {
            adoptParrot();
            assertThat(ana.retrieve("parrot Kiwi").passages().get(0).value().text())
                    .contains("Kiwi");
            assertThat(asking.retrieve("parrot Kiwi").passages().get(0).value().text())
                    .contains("Kiwi");
        });
        assertThat(asking.retrieve(REQUEST).passages())
                .noneMatch(p -> p.value().text().contains("Kiwi"));
    }

    @Test
    void of_a_source_deleted_between_two_tiers_nothing_is_in_the_answer() {
        String parrot = adoptParrot();
        writeInCheck(2, () -> ana.resources().delete(parrot));
        RetrieveResult found = asking.retrieve(REQUEST);
        assertThat(checks).isGreaterThan(1);
        assertThat(found.items())
                .isNotEmpty()
                .noneMatch(item -> item.value().summary().contains("Kiwi"));
        assertThat(found.passages())
                .isNotEmpty()
                .noneMatch(p -> p.value().text().contains("Kiwi"));
        assertThat(found.resources()).noneMatch(r -> r.value().id().equals(parrot));
    }

    private String adoptParrot() {
        return ana.memorize(MemorizeRequest.messages("parrot", List.of(ConversationMessage.user("Ana", PARROT))))
                .resource()
                .id();
    }

    private void writeInCheck(int check, Runnable write) {
        this.write = () -> {
            if (++checks == check) {
                write.run();
            }
        };
        answer("{\"enough\": false, \"next_query\": \"\"}");
    }

    private void answer(String text) {
        chat.otherwise(request -> {
            write.run();
            return text;
        });
    }
}
