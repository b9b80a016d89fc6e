package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.junit.MemoryExtension;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.tck.ScriptedChatModel;
import io.memu4j.tck.ScriptedModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

// region memory-test-with-a-model
class ScriptedMemoryTest {
    private final ScriptedChatModel chat = new ScriptedChatModel().says("{\"caption\": null, \"items\": []}");

    @RegisterExtension
    final MemoryExtension memories = MemoryExtension.with(builder -> builder.llm(ScriptedModels.of(chat)));

    @Test
    void the_model_found_nothing(MemoryService memory) {
        memory.memorize(MemorizeRequest.text("orders", "I ordered a green kettle."));
        assertThat(memory.counts().items()).isZero();
        assertThat(chat.requests()).hasSize(1);
    }
}
// endregion
