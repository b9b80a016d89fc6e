package io.memu4j.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.ConfigurationException;
import io.memu4j.ingest.text.BinaryFormat;
import io.memu4j.ingest.text.TextContent;
import io.memu4j.ingest.video.Ffmpeg;
import io.memu4j.llm.ModelCalls;
import io.memu4j.spi.llm.ChatAnswer;
import io.memu4j.spi.llm.ChatModel;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.llm.EmbeddingModel;
import io.memu4j.spi.llm.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoReaderTest {
    private static final byte[] FILM = "\0\0\0\030ftypisom".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    @Test
    void without_ffmpeg_the_error_says_what_to_install() {
        for (String path : new String[] {folder.toString(), "", null}) {
            assertThatThrownBy(() -> read(path, seeing(), () -> {}))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("ffmpeg, which takes frames out of it, is not on the PATH: install it")
                    .hasMessageNotContaining("--vision-model");
        }
    }

    @Test
    void without_ffmpeg_and_without_a_model_both_are_named() {
        assertThatThrownBy(() -> read(folder.toString(), Models.none(), () -> {}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is not on the PATH: install it; and no model that sees pictures")
                .hasMessageEndingWith("Nothing was stored.");
    }

    @Test
    void a_cancelled_operation_ends_ffmpeg() throws IOException {
        Path program = folder.resolve("ffmpeg");
        Path alive = folder.resolve("alive");
        Files.writeString(program, "#!/bin/sh\necho $$ > " + alive + "\nexec sleep 300\n");
        Assumptions.assumeTrue(program.toFile().setExecutable(true)
                && Ffmpeg.on(folder.toString()).isPresent());
        AtomicInteger asked = new AtomicInteger();

        assertThatThrownBy(() -> read(folder + ":/bin:/usr/bin", seeing(), () -> {
                    if (Files.exists(alive) && asked.incrementAndGet() > 3) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);

        long pid = Long.parseLong(Files.readString(alive).strip());
        ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private static void read(String path, Models models, Runnable checkpoint) {
        TextContent text = new TextContent("The film", null, "");
        Content content =
                new Content(text, BinaryFormat.of(FILM, null).orElseThrow(), null, null, null, FILM, FILM.length);
        new VideoReader(path)
                .read(content, ZoneOffset.UTC, false)
                .orElseThrow()
                .extraction()
                .text(ModelCalls.of(models), checkpoint);
    }

    private static Models seeing() {
        ChatModel eyes = new ChatModel() {
            @Override
            public String name() {
                return "eyes";
            }

            @Override
            public ChatAnswer chat(ChatRequest request) {
                throw new AssertionError("Nothing is shown.");
            }
        };
        return new Models() {
            @Override
            public Optional<EmbeddingModel> embedding() {
                return Optional.empty();
            }

            @Override
            public Optional<ChatModel> vision() {
                return Optional.of(eyes);
            }

            @Override
            public void close() {}
        };
    }
}
