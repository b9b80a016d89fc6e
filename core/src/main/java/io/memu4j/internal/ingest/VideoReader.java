package io.memu4j.internal.ingest;

import io.memu4j.error.ConfigurationException;
import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.ingest.audio.AudioTranscript;
import io.memu4j.internal.ingest.document.DocumentPassages;
import io.memu4j.internal.ingest.image.ImageDescription;
import io.memu4j.internal.ingest.text.BinaryFormat;
import io.memu4j.internal.ingest.text.TextContent;
import io.memu4j.internal.ingest.video.Ffmpeg;
import io.memu4j.internal.ingest.video.VideoFrames;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.prompt.Prompt;
import io.memu4j.model.Modality;
import io.memu4j.spi.document.DocumentBlock;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.Transcriber;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Videos: ffmpeg takes frames at even distances, a vision model describes them in one call, and what is said is written down by a
 * transcription model where there is one, or is in the transcript beside the file.
 */
final class VideoReader implements ModalityReader {
    private static final Prompt PROMPT = Prompt.load("video");
    /** 1 Mbit/s: what a small video takes. */
    private static final int USUAL_BYTES_PER_SECOND = 125_000;

    private final @Nullable String searchPath;
    private final int answerTokens;

    /**
     * A reader of videos.
     *
     * @param searchPath folders in which ffmpeg is looked for, as in the environment variable PATH, or null for none
     * @param answerTokens how long a description may get
     */
    VideoReader(@Nullable String searchPath, int answerTokens) {
        this.searchPath = searchPath;
        this.answerTokens = answerTokens;
    }

    @Override
    public Modality modality() {
        return Modality.VIDEO;
    }

    @Override
    public Optional<Reading> read(Content content, ZoneId zone, boolean asked) {
        BinaryFormat format = content.binary();
        byte[] bytes = content.copy();
        if (format == null || bytes == null || format.modality() != Modality.VIDEO) {
            return Optional.empty();
        }
        if (!VideoFrames.supports(format.mediaType())) {
            throw new InvalidInputException(content.subject() + " is a video (" + format.mediaType()
                    + "). Expected MP4, WebM, QuickTime, Ogg or AVI. Encode it as one of those.");
        }
        return Optional.of(new Reading(
                AudioReader.hash(bytes, content.transcript()),
                calls -> cost(bytes, content.transcript(), calls),
                (calls, checkpoint) -> watch(content, format.mediaType(), bytes, zone, calls, checkpoint)));
    }

    private TextCost cost(byte[] bytes, @Nullable TextContent beside, ModelCalls calls) {
        if (calls.vision().isEmpty() || Ffmpeg.on(searchPath).isEmpty()) {
            return TextCost.NOTHING;
        }
        TextCost seen = TextCost.ofLookingAt(VideoFrames.MOST_FRAMES);
        if (beside != null) {
            return seen.plus(TextCost.ofReading(beside.text()));
        }
        int seconds = Math.min(VideoFrames.LONGEST_SOUND_SECONDS, 1 + bytes.length / USUAL_BYTES_PER_SECOND);
        return calls.transcription().isPresent() ? seen.plus(TextCost.ofHearing(seconds)) : seen;
    }

    private SourceText watch(
            Content content, String mediaType, byte[] bytes, ZoneId zone, ModelCalls calls, Runnable checkpoint) {
        String subject = content.subject();
        Optional<Ffmpeg> ffmpeg = Ffmpeg.on(searchPath);
        Optional<ChatGenerator> vision = calls.vision();
        if (ffmpeg.isEmpty() || vision.isEmpty()) {
            throw missing(subject, ffmpeg.isEmpty(), vision.isEmpty());
        }
        TextContent beside = content.transcript();
        Optional<Transcriber> hearing = beside == null ? calls.transcription() : Optional.empty();
        VideoFrames footage = VideoFrames.of(subject, mediaType, bytes, ffmpeg.get(), hearing.isPresent(), checkpoint);
        ImageDescription seen = ImageDescription.by(
                vision.get(),
                calls,
                PROMPT,
                PROMPT.render(
                        "task", Map.of("count", String.valueOf(footage.frames().size()), "times", times(footage))),
                footage.frames().stream().map(VideoFrames.Frame::picture).toList(),
                answerTokens);
        checkpoint.run();
        List<Segment> segments = new ArrayList<>(seenSegments(seen, footage));
        Optional<AudioTranscript> said = beside != null
                ? Optional.of(AudioTranscript.of(beside, zone))
                : footage.sound()
                        .flatMap(sound ->
                                hearing.map(model -> AudioReader.heard(subject, "audio/mp4", sound, zone, model)));
        said.ifPresent(transcript -> addSpoken(segments, subject, transcript));
        return new SourceText(segments, seen.caption());
    }

    private static String times(VideoFrames footage) {
        return footage.frames().stream().map(VideoFrames.Frame::time).collect(Collectors.joining(", "));
    }

    private static List<Segment> seenSegments(ImageDescription seen, VideoFrames footage) {
        List<DocumentBlock> blocks = new ArrayList<>();
        blocks.add(DocumentBlock.paragraph(seen.description()));
        seen.writing().ifPresent(text -> blocks.add(DocumentBlock.paragraph("Writing in the video: " + text)));
        if (seen.scenes().size() == footage.frames().size()) {
            for (int i = 0; i < seen.scenes().size(); i++) {
                blocks.add(DocumentBlock.paragraph("At "
                        + footage.frames().get(i).time() + ": " + seen.scenes().get(i)));
            }
        }
        return DocumentReader.segments(DocumentPassages.of(DocumentReader.storable(blocks)));
    }

    /** A video without words is one all the same. */
    private static void addSpoken(List<Segment> segments, String subject, AudioTranscript transcript) {
        if (transcript.messages().isEmpty() && transcript.text().isBlank()) {
            return;
        }
        int offset = segments.size();
        for (Segment said : AudioReader.segments(subject, transcript)) {
            segments.add(new Segment(
                    said.index() + offset, said.part(), said.speaker(), said.role(), said.saidAt(), said.text()));
        }
    }

    private static ConfigurationException missing(String subject, boolean noFfmpeg, boolean noVision) {
        List<String> remedies = new ArrayList<>();
        if (noFfmpeg) {
            remedies.add("ffmpeg, which takes frames out of it, is not on the PATH: install it");
        }
        if (noVision) {
            remedies.add(
                    "no model that sees pictures is configured: set --vision-model of the command, the vision model of"
                            + " LlmConfig, or Models.vision() of your own");
        }
        return new ConfigurationException(
                subject + " is a video, and " + String.join("; and ", remedies) + ". Nothing was stored.");
    }
}
