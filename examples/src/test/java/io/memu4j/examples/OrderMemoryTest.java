package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

// region test-with-fixture
@ExtendWith(MemoryExtension.class)
class OrderMemoryTest {
    @Test
    void an_order_is_remembered(MemoryService memory) {
        memory.memorize(
                MemorizeRequest.append("orders", List.of(ConversationMessage.user("I ordered a green kettle."))));
        assertThat(memory.retrieve("kettle").passages()).hasSize(1);
    }
}
// endregion
