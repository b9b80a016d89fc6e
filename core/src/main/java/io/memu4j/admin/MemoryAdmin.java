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
 * Operations of an operator, across scopes. Obtained from {@link io.memu4j.MemoryServiceFactory#admin}; do not hand it to users.
 * Thread-safe.
 */
public interface MemoryAdmin {
    /**
     * Lists the scopes that hold or held something, ordered by user id and then agent id.
     *
     * @param after where to continue, exclusive, or null for the beginning
     * @param limit the maximum number of scopes, 1 to 1000
     * @return one page; fewer than {@code limit} at the end
     */
    List<ScopeSummary> scopes(@Nullable MemoryScope after, int limit);

    /**
     * Erases a user: everything that any agent remembers of them, with copies of sources.
     *
     * <p>Each memory is erased in one transaction. If the process dies in between, or the report says that something remains, call it
     * again. Copies that are not in this factory's place for copies stay queued for deletion; the report is then not complete. A memorize
     * that runs meanwhile is either erased or stored whole.
     *
     * @param userId the user
     * @return rows before and after, by memory
     * @throws io.memu4j.error.StoreException if the database fails; memories erased before stay erased
     */
    ErasureReport eraseUser(String userId);

    /**
     * Erases the memory of one user with one agent, as {@link #eraseUser} does.
     *
     * @param scope the memory
     * @return rows before and after
     */
    ErasureReport eraseScope(MemoryScope scope);

    /**
     * Makes deleted rows unreadable in the files of the database. Rewrites the database: needs as much free disk as the database has, and
     * blocks writers.
     *
     * @return whether it is done; if not, what is pending and why
     */
    PurgeOutcome purge();

    /** {@return what search keeps in the heap of this process, and how often it was used} */
    SearchStatistics searchStatistics();

    /**
     * Checks that the database responds. Calls no model. Never throws.
     *
     * @return the state; {@link StoreHealth#problem} names a failure
     */
    Health health();

    /**
     * Moves memories to another embedding model. For each memory it makes all vectors with the new model, and then switches the memory to
     * them in one transaction. The old vectors are deleted after that.
     *
     * <p>Until the switch, everybody uses the old model. After it, a factory configured with the old one gets an {@link
     * io.memu4j.error.EmbeddingSpaceMismatchException}. Memories that use the model already get missing vectors, and lose those of other
     * models. A run that ended early is continued by the next one with the same model.
     *
     * <p>Costs one model call per batch of texts. Holds a lock only while one batch is written.
     *
     * @param request which memories, which model, and how fast
     * @return what was done
     * @throws io.memu4j.error.ConfigurationException if neither the request nor the factory has an embedding model
     * @throws io.memu4j.error.ModelException if the model fails; vectors written before are kept
     * @throws java.util.concurrent.CancellationException if the thread is interrupted, which is checked after each batch
     */
    ReembedReport reembed(ReembedRequest request);

    /**
     * Writes a backup of all memory to a new folder while others read and write. It holds the rows of one moment, the copies of sources
     * that they name, and checksums. The folder gets its name only when it is complete on the disk. {@link io.memu4j.MemoryBackup}
     * verifies and restores it.
     *
     * @param folder does not exist, or is empty
     * @return what the backup holds
     * @throws io.memu4j.error.InvalidInputException if the folder is not empty
     * @throws io.memu4j.error.StoreException if something fails; nothing is then left under the name of the folder
     * @throws io.memu4j.error.ConfigurationException if the store has no database
     */
    default BackupReport backup(Path folder) {
        return backup(BackupOptions.to(folder));
    }

    /**
     * Writes a backup as {@link #backup(Path)} does.
     *
     * @param options the folder, and the key that signs
     * @return what the backup holds
     * @throws io.memu4j.error.InvalidInputException if the folder is not empty, or the database is encrypted and the options do not say
     *     that its backup may be in the clear
     * @throws io.memu4j.error.StoreException if something fails; nothing is then left under the name of the folder
     * @throws io.memu4j.error.ConfigurationException if the store has no database
     */
    BackupReport backup(BackupOptions options);

    /**
     * Erases all users, as {@link #eraseUser} does, and copies that no row names. The schema stays.
     *
     * @param confirmation states that this is wanted
     * @return rows before and after, by memory
     */
    ErasureReport reset(Confirmation confirmation);

    /**
     * Examines the database, its files, the copies of sources and the vectors of all memories while others use them. Reads everything
     * once. Calls no model.
     *
     * @param fix whether to repair what is safe to repair
     * @return the faults, repaired ones included
     */
    DoctorReport doctor(boolean fix);

    /**
     * Deletes what a policy says, with its summaries, one transaction per 500 items. Nothing is ever deleted by itself: call this from time
     * to time. Costs the model calls of the summaries that change.
     *
     * @param scope one memory, or null for all
     * @param policy what goes
     * @param dryRun whether only to report what would go
     * @return every item that goes, and why
     * @throws io.memu4j.error.StoreException if the database fails; what was deleted before stays deleted
     */
    RetentionReport applyRetention(@Nullable MemoryScope scope, RetentionPolicy policy, boolean dryRun);

    /**
     * The state of a memory.
     *
     * @param store the state of the database
     * @param embeddingModel the name of the configured embedding model, or null if search compares words only
     * @param space the space of its vectors, or null if it is not known. A model on a server may reveal it with its first vector only
     */
    record Health(StoreHealth store, @Nullable String embeddingModel, @Nullable EmbeddingSpace space) {
        /** {@return whether the database responds} */
        public boolean isUp() {
            return store.isUp();
        }
    }
}
