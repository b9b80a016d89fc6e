package io.memu4j;

import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.DatabaseConfig.Kind;
import java.util.ArrayList;
import java.util.List;

/** What a configuration will not keep, to be said at the start. */
final class VolatileStorageWarnings {
    private VolatileStorageWarnings() {}

    /** A sentence for each thing; none where everything outlives the process. */
    static List<String> sentences(Wiring.Choices choices) {
        List<String> sentences = new ArrayList<>();
        DatabaseConfig database = choices.database();
        if (database == null && choices.store() == null) {
            sentences.add(
                    "No database is configured: memory is kept in the heap and ends with this process. Choose one with"
                            + " MemoryServiceFactory.builder().database(..).");
        } else if (database != null && !database.isPersistent()) {
            String what = database.kind() == Kind.MEMORY ? "DatabaseConfig.memory()" : "An H2 database in memory";
            sentences.add(what + " is configured: memory is kept in the heap and ends with this process at the latest."
                    + " Name a file or a server to keep it.");
        } else if (choices.copies().kind() == BlobConfig.Kind.MEMORY) {
            sentences.add(
                    "Copies of sources are kept in the heap and end with this process; what was understood of them stays"
                            + " in the database. Name a folder with MemoryServiceFactory.builder().blobs(..), or BlobConfig.none().");
        }
        return sentences;
    }
}
