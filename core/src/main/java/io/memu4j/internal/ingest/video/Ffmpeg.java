package io.memu4j.internal.ingest.video;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ffmpeg program on the search path. */
public record Ffmpeg(Path program) {
    /**
     * The first one in those folders.
     *
     * @param searchPath folders as in the environment variable PATH, or null for none
     */
    public static Optional<Ffmpeg> on(@Nullable String searchPath) {
        return Stream.of(searchPath == null ? new String[0] : searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of("ffmpeg", "ffmpeg.exe").flatMap(name -> file(folder, name).stream()))
                .findFirst()
                .map(Ffmpeg::new);
    }

    private static Optional<Path> file(String folder, String name) {
        try {
            Path file = Path.of(folder, name);
            return Files.isRegularFile(file) && Files.isExecutable(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) { // a folder that is none on this system
            return Optional.empty();
        }
    }
}
