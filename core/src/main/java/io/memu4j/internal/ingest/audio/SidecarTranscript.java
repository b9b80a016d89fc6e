package io.memu4j.internal.ingest.audio;

import io.memu4j.internal.ingest.fetch.FileFetcher;
import io.memu4j.internal.ingest.text.TextContent;
import io.memu4j.internal.ingest.text.TextDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The transcript that lies beside a recording: a file of the same name with the suffix of a text. */
public final class SidecarTranscript {
    private static final List<String> SUFFIXES = List.of("txt", "text", "srt", "vtt", "json");

    private SidecarTranscript() {}

    /**
     * The transcript of that recording; empty where there is none, or an empty one.
     *
     * @throws io.memu4j.error.MemoryException when there is one that cannot be read
     */
    public static Optional<TextContent> of(Path recording, FileFetcher files) {
        String name = recording.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        for (String suffix : SUFFIXES) {
            Path beside = recording.resolveSibling(stem + "." + suffix);
            if (!beside.equals(recording) && Files.isRegularFile(beside)) {
                String subject = "The transcript " + beside;
                String text = TextDecoder.decode(subject, files.fetch(beside).bytes(), null);
                if (!text.isBlank()) {
                    return Optional.of(new TextContent(subject, stem + "." + suffix, text));
                }
            }
        }
        return Optional.empty();
    }
}
