package io.memu4j.server.api.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.server.api.Refusals;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {
    private static final MemorizeRequest SOURCE = MemorizeRequest.text("s", "The gate is green.");

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final MemoryServiceFactory memories = MemoryServiceFactory.builder()
            .database(DatabaseConfig.memory())
            .llm(LlmConfig.none())
            .build();
    private final MemoryService ana = memories.service("ana", "assistant");

    @AfterEach
    void close() {
        memories.close();
    }

    @Test
    void a_watcher_is_told_every_state_and_the_end_last() {
        Job job = new Jobs(waiting::add).start(ana, SOURCE);
        List<JobView> seen = new ArrayList<>();
        job.watch(seen::add);
        waiting.remove().run();
        assertThat(seen)
                .extracting(JobView::state)
                .startsWith("queued", "running")
                .endsWith("done");
        assertThat(seen.stream().filter(JobView::ended)).hasSize(1);
        assertThat(seen.get(1).step()).isNotNull();
    }

    @Test
    void a_job_that_waits_is_cancelled_and_stores_nothing() {
        Job job = new Jobs(waiting::add).start(ana, SOURCE);
        assertThat(job.cancel()).isTrue();
        assertThat(job.view().state()).isEqualTo("cancelled");
        waiting.remove().run();
        assertThat(job.view().state()).isEqualTo("cancelled");
        assertThat(ana.counts().isEmpty()).isTrue();
    }

    @Test
    void a_job_that_has_ended_cannot_be_cancelled() {
        Job job = new Jobs(Runnable::run).start(ana, SOURCE);
        assertThat(job.cancel()).isFalse();
        assertThat(job.view().state()).isEqualTo("done");
    }

    @Test
    void a_failure_is_a_problem_of_the_job() {
        Job job = new Jobs(Runnable::run).start(ana, MemorizeRequest.text("s", " "));
        assertThat(job.view().state()).isEqualTo("failed");
        assertThat(job.view().problem()).isNotNull().satisfies(problem -> assertThat(problem.status())
                .isEqualTo(400));
    }

    @Test
    void a_job_of_another_memory_is_unknown() {
        Jobs jobs = new Jobs(Runnable::run);
        Job job = jobs.start(ana, SOURCE);
        assertThat(jobs.find(job.id(), ana.scope())).contains(job);
        assertThat(jobs.find(job.id(), memories.service("bo", "assistant").scope()))
                .isEmpty();
        assertThat(jobs.find(job.id(), memories.service("ana", "coach").scope()))
                .isEmpty();
    }

    @Test
    void work_for_which_there_is_no_room_is_refused_as_busy() {
        Jobs jobs = new Jobs(work -> {
            throw new RejectedExecutionException("full");
        });
        assertThatThrownBy(() -> jobs.start(ana, SOURCE))
                .isInstanceOf(RejectedExecutionException.class)
                .satisfies(e -> assertThat(Refusals.of(e, "id").status()).isEqualTo(503));
    }
}
