package io.memu4j.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Usage;
import io.memu4j.spi.llm.ChatAnswer;
import io.memu4j.tck.ScriptedChatModel;
import io.memu4j.tck.ScriptedModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recording of the JDK holds of memory. */
class FlightRecordingTest {
    private static final String OPERATION = "io.memu4j.MemoryOperation";
    private static final String CALL = "io.memu4j.ModelCall";
    private static final MemoryScope ANA = new MemoryScope("ana@example.org", "assistant");

    @TempDir
    private Path folder;

    @Test
    void a_recording_has_an_event_per_operation_and_per_model_call() throws IOException {
        List<RecordedEvent> events = recorded();

        RecordedEvent memorize = only(events, OPERATION, "operation", "memorize");
        assertThat(memorize.getString("scope")).isEqualTo(ANA.shortHash());
        assertThat(memorize.getLong("records")).isEqualTo(1);
        assertThat(memorize.getString("failure")).isNull();
        assertThat(memorize.getEventType().getCategoryNames()).containsExactly("memu4j");

        RecordedEvent extract = only(events, CALL, "step", "extract");
        assertThat(extract.getString("model")).isEqualTo("scripted");
        assertThat(extract.getString("operation")).isEqualTo("memorize");
        assertThat(extract.getInt("inputTokens")).isEqualTo(700);
        assertThat(extract.getInt("outputTokens")).isEqualTo(40);

        assertThat(only(events, OPERATION, "operation", "retrieve").getLong("records"))
                .isPositive();
    }

    @Test
    void no_text_and_no_id_of_a_person_is_in_a_recording() throws IOException {
        assertThat(recorded()).isNotEmpty().allSatisfy(event -> assertThat(
                        event.toString().toLowerCase(Locale.ROOT))
                .doesNotContain("porto", "ana@", "assistant", "notes"));
    }

    @Test
    void without_a_recording_nothing_is_recorded() throws IOException {
        remember();
        List<RecordedEvent> events = recorded();

        assertThat(events.stream()
                        .filter(event -> event.getEventType().getName().equals(OPERATION)))
                .hasSize(2);
    }

    private List<RecordedEvent> recorded() throws IOException {
        Path file = folder.resolve("memory.jfr");
        try (Recording recording = new Recording()) {
            recording.enable(OPERATION).withoutThreshold();
            recording.enable(CALL).withoutThreshold();
            recording.start();
            remember();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("io.memu4j"))
                .toList();
    }

    private static void remember() {
        ScriptedChatModel chat = new ScriptedChatModel("scripted")
                .answers(ChatAnswer.of("{\"items\": [{\"type\": \"profile\", \"content\": \"Ana lives in Porto.\","
                                + " \"categories\": [], \"passages\": [1]}]}")
                        .withUsage(Usage.of(700, 40)))
                .otherwise(request -> "{\"summaries\": []}");
        try (MemoryServiceFactory memu =
                MemoryServiceFactory.builder().llm(ScriptedModels.of(chat)).build()) {
            MemoryService ana = memu.service(ANA);
            ana.memorize(MemorizeRequest.text("notes", "I live in Porto."));
            ana.retrieve("Where does Ana live?");
        }
    }

    private static RecordedEvent only(List<RecordedEvent> events, String type, String field, String value) {
        List<RecordedEvent> found = events.stream()
                .filter(event -> event.getEventType().getName().equals(type))
                .filter(event -> value.equals(event.getString(field)))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
