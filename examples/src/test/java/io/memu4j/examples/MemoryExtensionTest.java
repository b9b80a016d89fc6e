package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.memorize.MemorizeRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MemoryExtension.class)
class MemoryExtensionTest {
    private static final List<MemoryService> USED = new ArrayList<>();

    @RepeatedTest(2)
    void every_test_has_an_empty_memory_of_its_own(MemoryService memory) {
        assertThat(memory.counts().isEmpty()).isTrue();
        memory.memorize(MemorizeRequest.text("orders", "I ordered a blue kettle."));
        assertThat(memory.retrieve("kettle").passages()).hasSize(1);
        USED.add(memory);
    }

    @AfterAll
    static void every_memory_was_emptied() {
        assertThat(USED).hasSize(2).extracting(MemoryService::scope).doesNotHaveDuplicates();
        assertThat(USED)
                .allSatisfy(memory -> assertThat(memory.counts().isEmpty()).isTrue());
    }
}
