package io.memu4j.importer.memu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** MemU's folder of copies. A name is looked for in this folder alone, wherever the original says that the file is. */
record SourceFolder(@Nullable Path folder) {
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    static SourceFolder of(@Nullable Path folder) {
        return new SourceFolder(folder);
    }

    boolean isNamed() {
        return folder != null;
    }

    /** The file's name without its folders, in the manner of any system; null where there is none. */
    static @Nullable String name(@Nullable String localPath) {
        if (localPath == null) {
            return null;
        }
        String name = localPath.substring(Math.max(localPath.lastIndexOf('/'), localPath.lastIndexOf('\\')) + 1);
        return name.isBlank() || name.equals(".") || name.equals("..") ? null : name;
    }

    /** The copy of that name, or null where there is no such file, it is a link, or it is too large to be a source. */
    byte @Nullable [] read(@Nullable String name) throws IOException {
        if (folder == null || name == null) {
            return null;
        }
        try {
            Path file = folder.resolve(name);
            boolean usable = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= MAX_BYTES;
            return usable ? Files.readAllBytes(file) : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
