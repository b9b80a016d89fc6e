package io.memu4j.admin;

import io.memu4j.doctor.DoctorReport;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.reembed.ReembedReport;
import io.memu4j.reembed.ReembedRequest;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may see across scopes; got from {@link io.memu4j.MemoryServiceFactory#admin} and never handed to users. Thread-safe.
 */
public interface MemoryAdmin {
    /**
     * Scopes that hold or held something, ordered by user id and then agent id.
     *
     * @param after where to go on, exclusive, or null for the beginning
     * @param limit at most so many, 1 to 1000
     */
    List<ScopeSummary> scopes(@Nullable MemoryScope after, int limit);

    /**
     * Forgets a user: everything that any agent remembers of them, copies of their sources included. Each memory goes in one transaction;
     * after a crash in between, or where the report says that something is left, calling it again does the rest. Copies that are not where
     * this factory keeps copies stay queued for deletion, and the report is not complete. A memorize that runs meanwhile is erased, or stays
     * whole.
     *
     * @return rows before and after, per memory
     */
    ErasureReport eraseUser(String userId);

    /** The same for one user with one agent. */
    ErasureReport eraseScope(MemoryScope scope);

    /**
     * Makes what was deleted unreadable in the files of the database too. Rewrites the database: takes as much free disk as it has, and
     * keeps writers waiting.
     *
     * @return whether it is done, and what is pending and why otherwise
     */
    PurgeOutcome purge();

    /** What search keeps in the heap of this process, and how often that helped. */
    SearchStatistics searchStatistics();

    /** Asks the database for a sign of life, and no model for anything. Never throws: what is wrong is in the answer. */
    Health health();

    /**
     * Changes memories over to another embedding model: makes the vectors of everything they hold with it, and then, memory by memory, in
     * one transaction, puts them in the place of the old ones, which are deleted afterwards. Up to that moment everybody goes on with the
     * old model; after it, whoever is still configured with that gets an {@link io.memu4j.error.EmbeddingSpaceMismatchException}. Memories
     * that are on the model already get the vectors they lack, and lose those of others. A run that ended early is taken up by the next one
     * with the same model.
     *
     * <p>Model calls: one per batch of texts. Takes no lock for longer than it takes to write a batch.
     *
     * @throws io.memu4j.error.ConfigurationException when neither the request nor the factory has an embedding model
     * @throws io.memu4j.error.ModelException when the model fails; what was embedded before is kept
     * @throws java.util.concurrent.CancellationException when the thread is interrupted, which is looked at after each batch
     */
    ReembedReport reembed(ReembedRequest request);

    /**
     * Writes a backup of all memory to a new folder, while others read and write: the rows of one moment, and the copies of sources they
     * name, each with its checksum. The folder has its name only when all of it is on the disk. {@link io.memu4j.MemoryBackup} proves and restores it.
     *
     * @param folder does not exist, or is empty
     * @throws io.memu4j.error.InvalidInputException when it is neither
     * @throws io.memu4j.error.StoreException when something fails; nothing is then left under the folder's name
     * @throws io.memu4j.error.ConfigurationException on a store that has no database
     */
    BackupReport backup(Path folder);

    /**
     * Erases everybody, as {@link #eraseUser} does, and copies that were left of memories that never came about. The schema stays.
     *
     * @return rows before and after, per memory
     */
    ErasureReport reset(Confirmation confirmation);

    /**
     * Examines the database, its files, the copies of sources and the vectors of all memories, while others use them. Reads everything
     * once.
     *
     * @param fix whether to do at once what is safe; what else is to be done is for a person
     */
    DoctorReport doctor(boolean fix);

    /**
     * Whether memory works.
     *
     * @param store the database
     * @param embeddingModel the name of the configured embedding model, or null when search goes by words alone
     * @param space what its vectors are, or null where that is not known: a model on a server may say it with its first vector only
     */
    record Health(StoreHealth store, @Nullable String embeddingModel, @Nullable EmbeddingSpace space) {
        public boolean isUp() {
            return store.isUp();
        }
    }
}
