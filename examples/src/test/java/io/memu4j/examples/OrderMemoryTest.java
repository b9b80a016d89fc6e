package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.junit.MemoryOf;
import io.memu4j.junit.MemoryTest;
import io.memu4j.junit.TestStore;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

// region memory-test
@MemoryTest
class OrderMemoryTest {
    @Test
    void an_order_is_remembered(MemoryService memory) {
        memory.memorize(
                MemorizeRequest.append("orders", List.of(ConversationMessage.user("I ordered a green kettle."))));
        assertThat(memory.retrieve("kettle").passages()).hasSize(1);
    }

    @Test
    @MemoryTest(store = TestStore.SQLITE)
    void nobody_sees_the_order_of_another(
            @MemoryOf(user = "ada") MemoryService ada, @MemoryOf(user = "bo") MemoryService bo) {
        ada.memorize(MemorizeRequest.text("orders", "I ordered a green kettle."));
        assertThat(bo.retrieve("kettle").passages()).isEmpty();
    }
}
// endregion
