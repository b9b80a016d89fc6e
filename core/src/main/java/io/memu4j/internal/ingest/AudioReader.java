package io.memu4j.internal.ingest;

import io.memu4j.error.ConfigurationException;
import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.ingest.audio.AudioTranscript;
import io.memu4j.internal.ingest.document.DocumentPassages;
import io.memu4j.internal.ingest.text.BinaryFormat;
import io.memu4j.internal.ingest.text.TextContent;
import io.memu4j.internal.ingest.text.TextDecoder;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.value.Digests;
import io.memu4j.model.Modality;
import io.memu4j.spi.llm.Sound;
import io.memu4j.spi.llm.Transcriber;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recordings: the transcript beside them, else what a transcription model writes down; one call. */
final class AudioReader implements ModalityReader {
    /** What the usual providers accept. */
    static final int MOST_BYTES = 25 << 20;

    private static final Map<String, String> SUFFIXES = Map.of(
            "audio/wav",
            "wav",
            "audio/mpeg",
            "mp3",
            "audio/mp4",
            "m4a",
            "audio/ogg",
            "ogg",
            "audio/webm",
            "webm",
            "audio/flac",
            "flac");

    @Override
    public Modality modality() {
        return Modality.AUDIO;
    }

    @Override
    public Optional<Reading> read(Content content, ZoneId zone, boolean asked) {
        BinaryFormat format = content.binary();
        byte[] bytes = content.copy();
        if (format == null || bytes == null || format.modality() != Modality.AUDIO) {
            return Optional.empty();
        }
        TextContent beside = content.transcript();
        return Optional.of(
                new Reading(hash(bytes, beside), calls -> cost(format, bytes, beside, calls), (calls, checkpoint) -> {
                    AudioTranscript transcript = beside != null
                            ? AudioTranscript.of(beside, zone)
                            : heard(content.subject(), format.mediaType(), bytes, zone, calls);
                    return SourceText.of(segments(content.subject(), transcript));
                }));
    }

    private static TextCost cost(BinaryFormat format, byte[] bytes, @Nullable TextContent beside, ModelCalls calls) {
        if (beside != null) {
            return TextCost.ofReading(beside.text());
        }
        return calls.transcription().isPresent() ? TextCost.ofHearing(format.mediaType(), bytes) : TextCost.NOTHING;
    }

    /** Of the recording, and of the transcript that is used instead of it. */
    static String hash(byte[] bytes, @Nullable TextContent beside) {
        String recording = Digests.sha256(bytes);
        return beside == null ? recording : Digests.sha256(recording + Digests.sha256(beside.text()));
    }

    /**
     * What a model hears in it.
     *
     * @throws ConfigurationException when there is no model
     * @throws InvalidInputException when it is too large
     */
    private static AudioTranscript heard(
            String subject, String mediaType, byte[] bytes, ZoneId zone, ModelCalls calls) {
        Transcriber model = calls.transcription().orElseThrow(() -> noModel(subject));
        return heard(subject, mediaType, bytes, zone, model);
    }

    static AudioTranscript heard(String subject, String mediaType, byte[] bytes, ZoneId zone, Transcriber model) {
        if (bytes.length > MOST_BYTES) {
            throw new InvalidInputException(subject + " has " + bytes.length + " bytes of sound. Expected at most "
                    + MOST_BYTES + ". Encode it more tightly (mono, 16 kHz), or split it.");
        }
        Sound sound = new Sound("recording." + SUFFIXES.getOrDefault(mediaType, "bin"), mediaType, bytes);
        String text = TextDecoder.normalized(model.transcribe(sound).text());
        return AudioTranscript.spoken(subject, text, zone);
    }

    /**
     * One segment per message, or per passage of a text.
     *
     * @throws InvalidInputException when nothing is said
     */
    static List<Segment> segments(String subject, AudioTranscript transcript) {
        if (!transcript.messages().isEmpty()) {
            return ConversationReader.segments(subject, transcript.messages(), ZoneOffset.UTC);
        }
        List<Segment> segments = DocumentReader.segments(DocumentPassages.of(transcript.text()));
        if (segments.isEmpty()) {
            throw new InvalidInputException(subject + " holds no words. Expected speech, or its transcript beside it"
                    + " under the same name with the suffix txt.");
        }
        return segments;
    }

    private static ConfigurationException noModel(String subject) {
        return new ConfigurationException(
                subject + " is a recording, and no transcription model is configured. Set one:"
                        + " --transcription-model of the command, the transcription model of LlmConfig, or Models.transcription() of"
                        + " your own; or put its transcript beside it under the same name with the suffix txt. Nothing was stored.");
    }
}
