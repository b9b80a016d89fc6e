package io.memu4j.server.api.job;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.memu4j.MemoryService;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.MemoryScope;
import io.memu4j.server.api.Refusals;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * The jobs of this process. A restart forgets them; what they stored stays. A job is known for an hour from its beginning. At most {@value #MOST} are
 * known; a full memory of jobs refuses new ones rather than forgetting one that runs.
 */
public final class Jobs {
    private static final int MOST = 1_000;
    private static final Duration KEPT = Duration.ofHours(1);

    private final Executor executor;
    private final Cache<String, Job> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();

    /** @param executor runs the jobs; bounded, and rejects what it has no room for */
    public Jobs(Executor executor) {
        this.executor = executor;
    }

    /** Takes the work on, or refuses it if there is no room. */
    public Job start(MemoryService memory, MemorizeRequest request) {
        if (known.estimatedSize() >= MOST) {
            known.cleanUp();
            if (known.estimatedSize() >= MOST) {
                throw Refusals.busy();
            }
        }
        Job job = new Job(UUID.randomUUID().toString(), memory.scope());
        known.put(job.id(), job);
        try {
            job.follow(memory.memorizeAsync(request.withListener(job.listener()), executor));
        } catch (RuntimeException e) {
            known.invalidate(job.id());
            throw e;
        }
        return job;
    }

    /** The job of this memory with this id; one of another memory is unknown. */
    public Optional<Job> find(String id, MemoryScope scope) {
        return Optional.ofNullable(known.getIfPresent(id))
                .filter(job -> job.scope().equals(scope));
    }
}
