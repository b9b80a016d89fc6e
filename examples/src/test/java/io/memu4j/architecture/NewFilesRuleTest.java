package io.memu4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Files hold people's memories: who creates one, creates it for its owner alone, through PrivateFiles. */
class NewFilesRuleTest {
    private static final Pattern CREATING = Pattern.compile(
            "\\bFiles\\.(createFile|createDirector(y|ies)|newOutputStream|write(String)?|newBufferedWriter"
                    + "|newByteChannel)\\(|\\bStandardOpenOption\\.CREATE|\\bnew (FileOutputStream|FileWriter|RandomAccessFile)\\(");

    /** Programs that are no part of a library. */
    private static final Set<String> OUTSIDE = Set.of("benchmarks", "store-tck", "examples");

    private static final Map<String, String> CREATORS = Map.of(
            "PrivateFiles", "the one place",
            "DurableFiles", "through PrivateFiles",
            "SweepGate", "through PrivateFiles",
            "Snapshots", "through PrivateFiles",
            "OwnersFile", "the one place in the migrations, which depend on nothing of ours",
            "MigrationGuard", "through OwnersFile",
            "VideoFrames", "in a temporary folder, which the JDK creates for its owner",
            "Main", "standard output");

    @Test
    void only_these_create_files() {
        assertThat(creators()).containsExactlyInAnyOrderElementsOf(CREATORS.keySet());
    }

    private static Set<String> creators() {
        Set<String> found = new TreeSet<>();
        for (JavaSource source : JavaSource.all()) {
            if (source.main()
                    && !OUTSIDE.contains(source.module())
                    && source.lines().stream()
                            .anyMatch(line -> CREATING.matcher(line).find())) {
                found.add(source.typeName());
            }
        }
        return found;
    }
}
