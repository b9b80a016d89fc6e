package io.memu4j.internal.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.ConfigurationException;
import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.ingest.text.BinaryFormat;
import io.memu4j.internal.ingest.text.TextContent;
import io.memu4j.internal.ingest.video.Ffmpeg;
import io.memu4j.internal.ingest.video.VideoFrames;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.spi.llm.ChatAnswer;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
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
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void a_title_that_looks_like_the_length_is_not_the_length() throws IOException {
        VideoFrames footage = footage(
                """
                Input #0, mov, from 'input.video':
                  Metadata:
                    title           : Duration: 99999999999:00:00
                                    : Duration: 88:00:00 Audio:
                  Duration: 00:00:03.50, start: 0.000000
                    Stream #0:0: Video: h264
                """);

        assertThat(footage.frames()).extracting(VideoFrames.Frame::time).containsExactly("0:00", "0:02");
        assertThat(footage.sound()).isEmpty();
    }

    @Test
    void a_length_beyond_all_numbers_is_none() throws IOException {
        assertThat(footage("  Duration: 99999999999:00:00, start\n").frames()).hasSize(1);
    }

    @Test
    void what_ffmpeg_leaves_behind_does_not_replace_the_outcome() throws IOException {
        ffmpeg("mkdir -p left/behind\ntouch left/behind/file\npwd > '" + folder + "/where'\n");

        assertThatThrownBy(() -> read(folder + ":/bin:/usr/bin", seeing(), () -> {}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("finds no picture in it");
        assertThat(Path.of(Files.readString(folder.resolve("where")).strip())).doesNotExist();
    }

    /** What is taken out of a video of which ffmpeg says that, on its error output. */
    private VideoFrames footage(String said) throws IOException {
        Path about = Files.writeString(folder.resolve("about"), said);
        ffmpeg("cat '" + about
                + "' >&2\ncase \"$*\" in *frame.jpg) echo x > frame.jpg;; *m4a) echo x > sound.m4a;; esac\n");
        return VideoFrames.of("The film", "video/mp4", FILM, new Ffmpeg(folder.resolve("ffmpeg")), true, () -> {});
    }

    private void ffmpeg(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\n" + script);
        Assumptions.assumeTrue(program.toFile().setExecutable(true)
                && Ffmpeg.on(folder.toString()).isPresent());
    }

    private static void read(String path, Models models, Runnable checkpoint) {
        TextContent text = new TextContent("The film", null, "");
        Content content =
                new Content(text, BinaryFormat.of(FILM, null).orElseThrow(), null, null, null, FILM, FILM.length);
        new VideoReader(path, 1_000)
                .read(content, ZoneOffset.UTC, false)
                .orElseThrow()
                .extraction()
                .text(ModelCalls.of(models), checkpoint);
    }

    private static Models seeing() {
        ChatGenerator eyes = new ChatGenerator() {
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
            public Optional<TextEmbedder> embedding() {
                return Optional.empty();
            }

            @Override
            public Optional<ChatGenerator> vision() {
                return Optional.of(eyes);
            }

            @Override
            public void close() {}
        };
    }
}
