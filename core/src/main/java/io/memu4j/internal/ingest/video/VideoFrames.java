package io.memu4j.internal.ingest.video;

import io.memu4j.error.InvalidInputException;
import io.memu4j.error.ResourceAccessException;
import io.memu4j.spi.llm.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was taken out of a video.
 *
 * @param frames at least one, in the order of time, in the middle of equal parts of the video
 * @param sound AAC in an MP4 container, mono, or empty where there is no sound or none is wanted
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record VideoFrames(List<Frame> frames, Optional<byte[]> sound) {
    private static final Logger LOG = LoggerFactory.getLogger(VideoFrames.class);

    /** The most frames taken. */
    public static final int MOST_FRAMES = 6;
    /** How much of the sound track is taken at most, in seconds. */
    public static final int LONGEST_SOUND_SECONDS = 3_600;

    private static final Pattern SOUND = Pattern.compile("(?md)^ {2,4}Stream #.*: Audio: ");
    private static final double SECONDS_PER_FRAME = 2;
    private static final int WIDTH = 768;
    private static final Pattern DURATION =
            Pattern.compile("(?md)^ {2}Duration: (\\d{1,6}):(\\d\\d):(\\d\\d(?:\\.\\d{1,6})?)");
    private static final Map<String, String> DEMUXERS = Map.of(
            "video/mp4",
            "mov",
            "video/quicktime",
            "mov",
            "video/webm",
            "matroska",
            "video/ogg",
            "ogg",
            "video/x-msvideo",
            "avi");

    public VideoFrames {
        frames = List.copyOf(frames);
    }

    /** A picture, and how far into the video it was taken. */
    public record Frame(Duration at, Picture picture) {
        /** The time as people write it: {@code 1:05}. */
        public String time() {
            return at.toMinutes() + ":" + String.format(Locale.ROOT, "%02d", at.toSecondsPart());
        }
    }

    /** Whether videos of that media type can be taken apart. */
    public static boolean supports(String mediaType) {
        return DEMUXERS.containsKey(mediaType);
    }

    /**
     * Takes a video apart in a folder of its own, which is gone afterwards.
     *
     * @param wantSound whether the sound is wanted
     * @param checkpoint throws when the operation was cancelled; ffmpeg is ended then
     * @throws InvalidInputException when ffmpeg finds no picture in it
     */
    public static VideoFrames of(
            String subject, String mediaType, byte[] video, Ffmpeg ffmpeg, boolean wantSound, Runnable checkpoint) {
        try {
            Path folder = Files.createTempDirectory("memu-video");
            try {
                Path input = Files.write(folder.resolve("input.video"), video);
                FfmpegRun run = new FfmpegRun(subject, ffmpeg, folder, input, checkpoint);
                return taken(subject, run, DEMUXERS.getOrDefault(mediaType, "mov"), folder, wantSound);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new ResourceAccessException(
                    subject + " could not be taken apart: " + e.getClass().getSimpleName()
                            + ". Check that ffmpeg runs and that the folder for temporary files can be written.",
                    e);
        }
    }

    private static VideoFrames taken(String subject, FfmpegRun run, String demuxer, Path folder, boolean wantSound)
            throws IOException {
        String about = run.run(demuxer, List.of(), List.of());
        double seconds = seconds(about);
        int count = (int) Math.max(1, Math.min(MOST_FRAMES, Math.ceil(seconds / SECONDS_PER_FRAME)));
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frame(run, demuxer, folder, seconds * (i + 0.5) / count).ifPresent(frames::add);
        }
        if (frames.isEmpty()) {
            throw new InvalidInputException(subject
                    + " is damaged: ffmpeg finds no picture in it. Expected a whole video." + " Encode it anew.");
        }
        boolean hasSound = SOUND.matcher(about).find();
        return new VideoFrames(frames, wantSound && hasSound ? sound(run, demuxer, folder) : Optional.empty());
    }

    private static Optional<Frame> frame(FfmpegRun run, String demuxer, Path folder, double at) throws IOException {
        Path file = folder.resolve("frame.jpg");
        Files.deleteIfExists(file);
        run.run(
                demuxer,
                List.of("-v", "error", "-ss", String.format(Locale.ROOT, "%.3f", at)),
                List.of("-frames:v", "1", "-vf", "scale='min(" + WIDTH + ",iw)':-2", "-f", "image2", "frame.jpg"));
        return isFilled(file)
                ? Optional.of(new Frame(
                        Duration.ofMillis((long) (at * 1000)), new Picture("image/jpeg", Files.readAllBytes(file))))
                : Optional.empty();
    }

    private static Optional<byte[]> sound(FfmpegRun run, String demuxer, Path folder) throws IOException {
        Path file = folder.resolve("sound.m4a");
        run.run(
                demuxer,
                List.of("-v", "error"),
                List.of(
                        "-vn",
                        "-ac",
                        "1",
                        "-ar",
                        "16000",
                        "-c:a",
                        "aac",
                        "-b:a",
                        "48k",
                        "-t",
                        String.valueOf(LONGEST_SOUND_SECONDS),
                        "-f",
                        "ipod",
                        "sound.m4a"));
        return isFilled(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    private static boolean isFilled(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > 0;
    }

    /** 0 where ffmpeg cannot tell. */
    private static double seconds(String about) {
        Matcher found = DURATION.matcher(about);
        return found.find()
                ? Integer.parseInt(found.group(1)) * 3600.0
                        + Integer.parseInt(found.group(2)) * 60.0
                        + Double.parseDouble(found.group(3))
                : 0;
    }

    /** Deletes the temporary directory. A failure is logged and does not fail the read. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The folder {} holds parts of a video and could not be deleted: {}.", folder, e.toString());
        }
    }
}
