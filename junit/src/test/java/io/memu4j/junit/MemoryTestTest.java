package io.memu4j.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.memorize.MemorizeRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@MemoryTest
class MemoryTestTest {
    private final MemoryService ofTheConstructor;
    private MemoryService ofTheSetUp;

    MemoryTestTest(MemoryService memory) {
        this.ofTheConstructor = memory;
    }

    @BeforeEach
    void set_up(MemoryService memory) {
        ofTheSetUp = memory;
    }

    @RepeatedTest(2)
    void every_test_begins_with_an_empty_database(
            MemoryServiceFactory memories, @MemoryOf(user = "ada") MemoryService ada) {
        assertThat(memories.admin().scopes(null, 10)).isEmpty();
        ada.memorize(MemorizeRequest.text("orders", "I ordered a copper kettle."));
        assertThat(ada.retrieve("kettle").passages()).hasSize(1);
    }

    @Test
    void all_parameters_of_a_test_see_one_database(MemoryService memory, MemoryServiceFactory memories) {
        memory.memorize(MemorizeRequest.text("orders", "I ordered a copper kettle."));
        assertThat(ofTheConstructor.counts()).isEqualTo(memory.counts());
        assertThat(ofTheSetUp.counts()).isEqualTo(memory.counts());
        assertThat(memories.service(memory.scope()).counts()).isEqualTo(memory.counts());
    }

    @Test
    void named_users_and_agents_have_memories_of_their_own(
            MemoryService memory,
            @MemoryOf(user = "ada", agent = "shop") MemoryService ada,
            @MemoryOf(user = "grace", agent = "shop") MemoryService grace,
            @MemoryOf(agent = "shop") MemoryService sameUser) {
        ada.memorize(MemorizeRequest.text("orders", "I ordered a copper kettle."));
        assertThat(ada.scope().userId()).isEqualTo("ada");
        assertThat(ada.scope().agentId()).isEqualTo("shop");
        assertThat(grace.counts().isEmpty()).isTrue();
        assertThat(sameUser.scope().userId()).isEqualTo(memory.scope().userId());
        assertThat(sameUser.scope()).isNotEqualTo(memory.scope());
    }
}
