package io.memu4j.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Follows symbolic links to a file that need not exist yet. */
final class LinkTarget {
    /** As many as operating systems follow. */
    private static final int MAX_LINKS = 40;

    private LinkTarget() {}

    /** Returns the file at the end of the links, or the path itself if it is no link or its links cannot be read. */
    static Path of(Path file) {
        Path target = file;
        try {
            for (int links = 0; Files.isSymbolicLink(target) && links < MAX_LINKS; links++) {
                Path next = Files.readSymbolicLink(target);
                target = target.resolveSibling(next).normalize();
            }
            return target;
        } catch (IOException e) {
            return file;
        }
    }
}
