package io.memu4j.store.memory.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.ConfigurationException;
import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.ingest.video.Ffmpeg;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.Modality;
import io.memu4j.model.ModelStep;
import io.memu4j.tck.ScriptedChatModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real video, which is not part of the repository: read where the checkout has it beside itself, skipped elsewhere. */
class VideosTest {
    private static final String RABBIT =
            "{\"caption\": \"A cartoon rabbit on a meadow.\", \"description\": \"A large rabbit"
                    + " wakes up on a meadow.\", \"writing\": \"\", \"scenes\": [\"A meadow.\", \"The rabbit yawns.\"]}";

    private final ScriptedChatModel eyes = new ScriptedChatModel("eyes");

    @TempDir
    Path folder;

    @Test
    void frames_at_even_distances_are_shown_in_one_call() throws IOException {
        byte[] video = video();
        requireFfmpeg();
        eyes.says(RABBIT);
        List<Path> before = temporary();
        try (Media media = new Media(eyes, null)) {
            MemorizeResult result = media.service().memorize(MemorizeRequest.bytes("film", video));

            assertThat(result.resource().modality()).isEqualTo(Modality.VIDEO);
            assertThat(result.resource().mediaType()).isEqualTo("video/mp4");
            assertThat(result.resource().caption()).isEqualTo("A cartoon rabbit on a meadow.");
            assertThat(media.calls(ModelStep.VISION)).hasSize(1);
            assertThat(eyes.requests().get(0).pictures()).hasSizeBetween(2, 6);
            assertThat(eyes.requests().get(0).pictures().stream().map(p -> Arrays.hashCode(p.bytes())))
                    .as("frames of different moments")
                    .doesNotHaveDuplicates();
            assertThat(media.service()
                            .memorize(MemorizeRequest.bytes("film", video))
                            .unchanged())
                    .isTrue();
            assertThat(media.service()
                            .retrieve("Where does the rabbit wake up?")
                            .passages())
                    .isNotEmpty();
        }
        assertThat(temporary()).isEqualTo(before);
    }

    @Test
    void the_subtitles_beside_a_video_are_what_is_said_in_it() throws IOException {
        Path film = Files.write(folder.resolve("film.mp4"), video());
        Files.writeString(folder.resolve("film.srt"), "1\n00:00:01,000 --> 00:00:02,000\nGood morning, rabbit.\n");
        requireFfmpeg();
        eyes.says(RABBIT);
        Ears ears = Ears.that("never asked");
        try (Media media = new Media(eyes, ears)) {
            MemorizeResult result = media.service().memorize(MemorizeRequest.file(film));

            assertThat(media.texts(result)).last().isEqualTo("Good morning, rabbit.");
            assertThat(ears.sounds()).isEmpty();
        }
    }

    @Test
    void the_sound_track_is_written_down_where_a_model_hears() throws IOException, InterruptedException {
        requireFfmpeg();
        Path film = spokenFilm();
        eyes.otherwise(request -> RABBIT);
        Ears ears = Ears.that("Ask not what your country can do for you.");
        try (Media media = new Media(eyes, ears)) {
            MemorizeResult result = media.service().memorize(MemorizeRequest.file(film));

            assertThat(media.texts(result)).last().isEqualTo("Ask not what your country can do for you.");
            assertThat(ears.sounds()).singleElement().satisfies(sound -> {
                assertThat(sound.mediaType()).isEqualTo("audio/mp4");
                assertThat(sound.bytes().length).isGreaterThan(1_000);
            });
            assertThat(result.calls().calls()).isEqualTo(2);
        }
    }

    @Test
    void a_damaged_video_stores_nothing_and_leaves_nothing_behind() throws IOException {
        requireFfmpeg();
        byte[] damaged = Arrays.copyOf("\0\0\0\030ftypisom".getBytes(StandardCharsets.ISO_8859_1), 5_000);
        List<Path> before = temporary();
        try (Media media = new Media(eyes, null)) {
            assertThatThrownBy(() -> media.service().memorize(MemorizeRequest.bytes("film", damaged)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("ffmpeg finds no picture in it");
            assertThat(media.isEmpty()).isTrue();
        }
        assertThat(eyes.requests()).isEmpty();
        assertThat(temporary()).isEqualTo(before);
    }

    @Test
    void without_a_model_that_sees_the_error_says_what_to_set_and_nothing_is_stored() {
        byte[] film = "\0\0\0\030ftypisom".getBytes(StandardCharsets.ISO_8859_1);
        try (Media media = new Media(null, null)) {
            assertThatThrownBy(() -> media.service().memorize(MemorizeRequest.bytes("film", film)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("--vision-model");
            assertThat(media.isEmpty()).isTrue();
        }
    }

    static void requireFfmpeg() {
        Assumptions.assumeTrue(Ffmpeg.on(System.getenv("PATH")).isPresent(), "ffmpeg is not on the PATH");
    }

    /** A picture that stays for three seconds, and the speech. */
    private Path spokenFilm() throws IOException, InterruptedException {
        Path speech = Files.write(folder.resolve("speech.wav"), Media.sample("speech-jfk.wav"));
        Path photo = Files.write(folder.resolve("photo.jpg"), Media.sample("photo-red-panda.jpg"));
        Path film = folder.resolve("film.mp4");
        Process process = new ProcessBuilder(
                        Ffmpeg.on(System.getenv("PATH")).orElseThrow().program().toString(),
                        "-nostdin",
                        "-v",
                        "error",
                        "-loop",
                        "1",
                        "-i",
                        photo.toString(),
                        "-i",
                        speech.toString(),
                        "-t",
                        "3",
                        "-vf",
                        "scale=320:-2",
                        "-c:v",
                        "mpeg4",
                        "-c:a",
                        "aac",
                        film.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        return film;
    }

    /** The real video, or the test is skipped. */
    static byte[] video() throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path sample = at.resolve("shared/samples/video-rabbit320.mp4");
            if (Files.exists(sample)) {
                return Files.readAllBytes(sample);
            }
        }
        return Assumptions.abort("The sample video is not there.");
    }

    private static List<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("memu-video"))
                    .sorted()
                    .toList();
        }
    }
}
