package io.memu4j.benchmarks.quality;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the program was told.
 *
 * @param folders at least one
 * @param json where to write the figures, or null
 * @param embeddings whether there is an embedding model
 * @param corrected whether corrected evidence is used where there is some
 * @param ablate whether to measure again without each signal
 * @param dates whether to ask what was said on each day besides
 */
record Options(
        List<Path> folders, @Nullable Path json, boolean embeddings, boolean corrected, boolean ablate, boolean dates) {
    static final String USAGE =
            "usage: retrieval-quality DIR... [--json FILE] [--no-embeddings] [--corrected] [--ablate] [--dates]";

    /** @throws IllegalArgumentException when the arguments are none of this program's; the message says what is wrong */
    static Options of(String... args) {
        List<Path> folders = new ArrayList<>();
        Path json = null;
        boolean embeddings = true;
        boolean corrected = false;
        boolean ablate = false;
        boolean dates = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--json" -> {
                    if (++i == args.length) {
                        throw new IllegalArgumentException("--json needs a file.");
                    }
                    json = path(args[i]);
                }
                case "--no-embeddings" -> embeddings = false;
                case "--corrected" -> corrected = true;
                case "--ablate" -> ablate = true;
                case "--dates" -> dates = true;
                default -> {
                    if (args[i].startsWith("-")) {
                        throw new IllegalArgumentException("There is no option " + args[i] + ".");
                    }
                    folders.add(path(args[i]));
                }
            }
        }
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("No folder of conversations is given.");
        }
        return new Options(folders, json, embeddings, corrected, ablate, dates);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + text + "' is no path.", e);
        }
    }
}
