package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.micrometer.MicrometerObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/how-to/observe.md run. */
class ObserveTest {
    @TempDir
    Path folder;

    @Test
    void operations_are_timed_and_traced() {
        MeterRegistry meters = new SimpleMeterRegistry();
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(context -> true);
        // region observe-micrometer
        MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(folder.resolve("memu.db")))
                .observer(MicrometerObserver.of(observations, meters)) // or of(meters): no traces
                .build();
        // endregion
        try (memu) {
            memu.service("alice", "assistant").memorize(MemorizeRequest.text("notes", "I have a boat."));
        }
        try (MemoryServiceFactory counted = MemoryServiceFactory.builder()
                .llm(LlmConfig.none())
                .observer(MicrometerObserver.of(meters))
                .build()) {
            counted.service("alice", "assistant").retrieve("What do I have?");
        }
        assertThat(meters.get("gen_ai.client.operation.duration").timer().count())
                .isEqualTo(1);
    }

    @Test
    void an_observer_of_the_application_receives_operations() {
        // region observe-own
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .observer(operation -> {
                    long start = System.nanoTime();
                    return () -> seen.add(operation.kind() + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
                })
                .build();
        // endregion
        try (memu) {
            MemoryService memory = memu.service("alice", "assistant");
            memory.retrieve("What do I have?");
        }
        assertThat(seen).singleElement().asString().matches("RETRIEVE \\d+ ms");
    }
}
