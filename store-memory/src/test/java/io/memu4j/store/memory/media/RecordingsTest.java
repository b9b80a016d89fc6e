package io.memu4j.store.memory.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.ConfigurationException;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.ModelException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.Modality;
import io.memu4j.model.ModelStep;
import io.memu4j.model.Passage;
import io.memu4j.spi.llm.Sound;
import io.memu4j.spi.llm.Transcriber;
import io.memu4j.spi.llm.Transcription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingsTest {
    private static final String SPEECH =
            "And so my fellow Americans, ask not what your country can do for you, ask what you can do for your country.";

    @TempDir
    Path folder;

    @Test
    void speech_is_written_down_in_one_call_and_found() {
        Ears ears = Ears.that(SPEECH);
        try (Media media = new Media(null, ears)) {
            MemorizeResult result =
                    media.service().memorize(MemorizeRequest.bytes("speech", Media.sample("speech-jfk.wav")));

            assertThat(result.resource().modality()).isEqualTo(Modality.AUDIO);
            assertThat(result.resource().mediaType()).isEqualTo("audio/wav");
            assertThat(media.texts(result)).containsExactly(SPEECH);
            assertThat(media.calls(ModelStep.TRANSCRIBE)).hasSize(1);
            assertThat(ears.sounds()).extracting(Sound::fileName).containsExactly("recording.wav");
            assertThat(media.service()
                            .retrieve("What can you do for your country?")
                            .passages())
                    .hasSize(1);
            assertThat(media.service()
                            .memorize(MemorizeRequest.bytes("speech", Media.sample("speech-jfk.wav")))
                            .unchanged())
                    .isTrue();
            assertThat(ears.sounds()).hasSize(1);
        }
    }

    @Test
    void an_mp3_is_one_whatever_it_is_called() {
        Ears ears = Ears.that("Music plays.");
        try (Media media = new Media(null, ears)) {
            MemorizeResult result =
                    media.service().memorize(MemorizeRequest.bytes("song", Media.sample("audio-id3.mp3"), "song.json"));

            assertThat(result.resource().mediaType()).isEqualTo("audio/mpeg");
            assertThat(ears.sounds()).extracting(Sound::mediaType).containsExactly("audio/mpeg");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "audio/wav, 'RIFF\4\0\0\0WAVEJUNK'",
        "audio/flac, 'fLaC\0xxx'",
        "audio/flac, 'fLaC\u0080xxx'",
        "audio/ogg, 'OggS\0xxxOpusHead'",
        "audio/mp4, '\0\0\0\030ftypM4A '",
        "audio/mp4, '\0\0\0\030ftypisom----hdlr--------soun'",
        "audio/webm, '\u001aE\u00df\u00a3webm A_OPUS'",
        "audio/mpeg, \u00ff\u00fb\u0090dxxxx",
        "audio/mpeg, \u00ff\u00f2Hdxxxx"
    })
    void every_usual_format_is_recognised(String type, String start) {
        Ears ears = Ears.that("Words.");
        try (Media media = new Media(null, ears)) {
            byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);

            assertThat(media.service()
                            .memorize(MemorizeRequest.bytes("a", bytes))
                            .resource()
                            .mediaType())
                    .isEqualTo(type);
        }
    }

    @Test
    void a_transcript_with_speakers_becomes_a_conversation() {
        try (Media media = new Media(null, Ears.that("Ana: I moved to Porto.\nBen: When?\nAna: In May."))) {
            MemorizeResult result =
                    media.service().memorize(MemorizeRequest.bytes("call", Media.sample("speech-jfk.wav")));

            assertThat(media.passages(result)).extracting(Passage::speaker).containsExactly("Ana", "Ben", "Ana");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "talk.txt; Ana: I moved to Porto.|Ben: When?; Ana",
                "talk.text; I moved to Porto.; ",
                "talk.srt; 1|00:00:01,000 --> 00:00:02,000|I moved||2|00:00:02,000 --> 00:00:03,000|to Porto.; ",
                "talk.vtt; WEBVTT||00:01.000 --> 00:02.000|<v Ana>I moved to Porto.||00:02.000 --> 00:03.000|<v Ben>When?; Ana",
                "talk.json; {\"text\": \"I moved to Porto.\", \"segments\": []}; ",
                "talk.json; {\"segments\": [{\"speaker\": \"Ana\", \"text\": \"I moved to Porto.\"}]}; Ana",
                "talk.json; [{\"role\": \"user\", \"name\": \"Ana\", \"content\": \"I moved to Porto.\"}]; Ana"
            })
    void a_transcript_beside_the_file_is_used_as_it_is(String name, String text, String speaker) throws IOException {
        Path file = Files.write(folder.resolve("talk.mp3"), Media.sample("audio-id3.mp3"));
        Files.writeString(folder.resolve(name), text.replace('|', '\n'));
        try (Media media = new Media(null, null)) {
            MemorizeResult result = media.service().memorize(MemorizeRequest.file(file));

            assertThat(result.resource().modality()).isEqualTo(Modality.AUDIO);
            assertThat(media.passages(result).get(0).text()).isEqualTo("I moved to Porto.");
            assertThat(media.passages(result).get(0).speaker()).isEqualTo(speaker);
            assertThat(media.service().memorize(MemorizeRequest.file(file)).unchanged())
                    .isTrue();

            Files.writeString(folder.resolve("talk.txt"), "I moved to Lisbon.");
            assertThat(media.texts(media.service().memorize(MemorizeRequest.file(file))))
                    .containsExactly("I moved to Lisbon.");
        }
    }

    @Test
    void without_a_model_that_hears_the_error_says_what_to_set_and_nothing_is_stored() {
        try (Media media = new Media(null, null)) {
            assertThatThrownBy(() ->
                            media.service().memorize(MemorizeRequest.bytes("speech", Media.sample("speech-jfk.wav"))))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("--transcription-model")
                    .hasMessageContaining("transcript beside it");
            assertThat(media.isEmpty()).isTrue();
        }
    }

    @Test
    void silence_is_no_memory() {
        try (Media media = new Media(null, Ears.that(" \n"))) {
            assertThatThrownBy(() ->
                            media.service().memorize(MemorizeRequest.bytes("speech", Media.sample("speech-jfk.wav"))))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("holds no words");
            assertThat(media.isEmpty()).isTrue();
        }
    }

    @Test
    void a_model_that_fails_stores_nothing() {
        try (Media media = new Media(null, new Transcriber() {
            @Override
            public String name() {
                return "deaf";
            }

            @Override
            public Transcription transcribe(Sound sound) {
                throw ModelException.retriable("The model is busy.", null);
            }
        })) {
            assertThatThrownBy(() ->
                            media.service().memorize(MemorizeRequest.bytes("speech", Media.sample("speech-jfk.wav"))))
                    .isInstanceOf(ModelException.class);
            assertThat(media.isEmpty()).isTrue();
        }
    }
}
