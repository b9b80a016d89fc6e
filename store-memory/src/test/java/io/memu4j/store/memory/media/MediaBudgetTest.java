package io.memu4j.store.memory.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.CallBudget;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.BudgetExceededException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.spi.llm.Transcriber;
import io.memu4j.tck.HashedWordsModel;
import io.memu4j.tck.ScriptedChatModel;
import io.memu4j.tck.ScriptedModels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What it takes to see or hear a source and to understand what was seen or heard, against one budget. */
class MediaBudgetTest {
    private static final String NOTES = "{\"caption\": \"Fine.\", \"items\": [{\"type\": \"knowledge\", \"content\":"
            + " \"There is a red panda.\", \"happened_at\": null, \"categories\": [\"knowledge\"], \"passages\": [1]}]}";
    private static final String SUMMARIES =
            "{\"summaries\": [{\"category\": \"knowledge\", \"summary\": \"- A red panda.\"}]}";

    private final ScriptedChatModel reader = new ScriptedChatModel("reader");
    private final ScriptedChatModel eyes = new ScriptedChatModel("eyes");
    private final Ears ears = Ears.that("There is a red panda in the garden.");

    private MemoryServiceFactory memu(@Nullable Transcriber hearing) {
        return MemoryServiceFactory.builder()
                .database(DatabaseConfig.memory())
                .llm(new ScriptedModels(reader, eyes, hearing, new HashedWordsModel(64)))
                .build();
    }

    @Test
    void an_image_is_one_look_one_window_and_one_summary() {
        eyes.says(Media.PANDA);
        reader.says(NOTES, SUMMARIES);
        try (MemoryServiceFactory memu = memu(null)) {
            MemoryService ana = memu.service("ana", "assistant");
            MemorizeRequest panda = MemorizeRequest.bytes("panda", Media.sample("photo-red-panda.jpg"));

            assertRefused(ana, panda.withBudget(CallBudget.calls(2)), "3 model calls");
            assertRefused(ana, panda.withBudget(CallBudget.tokens(2_500)), "tokens");
            MemorizeResult result = ana.memorize(panda.withBudget(CallBudget.calls(3)));

            assertThat(result.calls().calls()).isEqualTo(3);
        }
    }

    @Test
    void a_recording_counts_with_the_windows_its_words_are_going_to_take() {
        reader.says(NOTES, SUMMARIES);
        try (MemoryServiceFactory memu = memu(ears)) {
            MemoryService ana = memu.service("ana", "assistant");
            MemorizeRequest minute = MemorizeRequest.bytes("minute", wav(60));

            assertRefused(ana, minute.withBudget(CallBudget.calls(2)), "3 model calls");
            assertRefused(
                    ana,
                    MemorizeRequest.bytes("hours", wav(3 * 3_600)).withBudget(CallBudget.calls(6)),
                    "8 model calls");
            MemorizeResult result = ana.memorize(minute.withBudget(CallBudget.calls(3)));

            assertThat(result.calls().calls()).isEqualTo(3);
        }
    }

    @Test
    void what_was_heard_turns_out_too_long_and_stops_before_it_is_read() {
        Ears talkative = Ears.that("There is a red panda in the garden, and nobody knows why. ".repeat(1_000));
        try (MemoryServiceFactory memu = memu(talkative)) {
            MemoryService ana = memu.service("ana", "assistant");

            assertThatThrownBy(() ->
                            ana.memorize(MemorizeRequest.bytes("short", wav(5)).withBudget(CallBudget.calls(3))))
                    .isInstanceOf(BudgetExceededException.class);
            assertThat(reader.requests()).isEmpty();
            assertThat(ana.counts().resources()).isZero();
        }
    }

    @Test
    void a_video_is_a_look_and_a_recording() throws IOException {
        byte[] video = VideosTest.video();
        VideosTest.requireFfmpeg();
        try (MemoryServiceFactory memu = memu(ears)) {
            MemoryService ana = memu.service("ana", "assistant");

            assertRefused(ana, MemorizeRequest.bytes("film", video).withBudget(CallBudget.calls(3)), "4 model calls");
        }
    }

    private void assertRefused(MemoryService service, MemorizeRequest request, String words) {
        assertThatThrownBy(() -> service.memorize(request))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageContaining(words);
        assertThat(eyes.requests()).isEmpty();
        assertThat(ears.sounds()).isEmpty();
        assertThat(reader.requests()).isEmpty();
        assertThat(service.counts().resources()).isZero();
    }

    /** Silence at 200 bytes a second. */
    private static byte[] wav(int seconds) {
        int rate = 200;
        ByteBuffer wav = ByteBuffer.allocate(44 + seconds * rate).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + seconds * rate);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1)
                .putShort((short) 1)
                .putInt(rate)
                .putInt(rate)
                .putShort((short) 1)
                .putShort((short) 8);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(seconds * rate);
        return wav.array();
    }
}
