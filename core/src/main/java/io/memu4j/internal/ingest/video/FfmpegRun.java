package io.memu4j.internal.ingest.video;

import io.memu4j.error.InvalidInputException;
import io.memu4j.error.ResourceAccessException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs ffmpeg on one file: without a shell, without input, allowed to open files alone, ended when it takes too long. One thread. */
final class FfmpegRun {
    private static final long TIME_LIMIT_SECONDS = 60;
    private static final long STEP_MILLIS = 50;
    private static final long END_SECONDS = 10;
    private static final int MOST_SAID = 1 << 16;

    private final String subject;
    private final Ffmpeg ffmpeg;
    private final Path folder;
    private final Path input;
    private final Runnable checkpoint;

    /**
     * Prepares runs.
     *
     * @param folder where it works and writes
     * @param input the file it reads, in that folder
     * @param checkpoint throws when the operation was cancelled
     */
    FfmpegRun(String subject, Ffmpeg ffmpeg, Path folder, Path input, Runnable checkpoint) {
        this.subject = subject;
        this.ffmpeg = ffmpeg;
        this.folder = folder;
        this.input = input;
        this.checkpoint = checkpoint;
    }

    /**
     * Runs it once.
     *
     * @param demuxer how the input is read, whatever it looks like
     * @param before options that concern the input
     * @param after options that concern the output, and the output
     * @return what it said on its error output
     */
    String run(String demuxer, List<String> before, List<String> after) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(ffmpeg.program().toString(), "-nostdin", "-hide_banner", "-y", "-protocol_whitelist", "file"));
        command.addAll(before);
        command.addAll(List.of("-f", demuxer, "-i", input.getFileName().toString()));
        command.addAll(after);
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> !name.equals("PATH") && !name.equals("LD_LIBRARY_PATH"));
        await(builder.start());
        try (InputStream in = Files.newInputStream(said)) {
            return new String(in.readNBytes(MOST_SAID), StandardCharsets.UTF_8);
        }
    }

    private void await(Process process) throws IOException {
        try {
            process.getOutputStream().close();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIME_LIMIT_SECONDS);
            while (!process.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
                checkpoint.run();
                if (System.nanoTime() - deadline > 0) {
                    throw new InvalidInputException(subject + " kept ffmpeg busy for more than " + TIME_LIMIT_SECONDS
                            + " seconds. Expected an ordinary video. Encode it anew, or split it.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResourceAccessException(subject + " was not read to its end: the thread was interrupted.", e);
        } finally {
            end(process);
        }
    }

    /** Returns when it is gone, or after a while: as long as it runs, some systems do not let its files be deleted. */
    private static void end(Process process) {
        process.destroyForcibly();
        boolean interrupted = Thread.interrupted();
        try {
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
