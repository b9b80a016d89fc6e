package io.memu4j.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.ItemUpdate;
import io.memu4j.memory.NewItem;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.ModelCall;
import io.memu4j.model.ModelStep;
import io.memu4j.tck.ScriptedChatModel;
import io.memu4j.tck.ScriptedModels;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every call of a model is told when the operation that made it is over, whichever operation that is. */
class ToldCallsTest {
    private final List<ModelCall> told = new CopyOnWriteArrayList<>();
    private final ScriptedChatModel chat = new ScriptedChatModel()
            .otherwise(request -> request.schema().name().equals("summaries")
                    ? "{\"summaries\": [{\"category\": \"personal_info\", \"summary\": \"- Ana has a dog.\"}]}"
                    : "{\"items\": [{\"type\": \"profile\", \"content\": \"Ana lives in Porto.\", \"categories\":"
                            + " [\"personal_info\"], \"passages\": [1]}]}");
    private final MemoryServiceFactory memu = MemoryServiceFactory.builder()
            .llm(ScriptedModels.of(chat))
            .modelCalls(told::add)
            .build();
    private final MemoryService ana = memu.service("ana", "assistant");

    @AfterEach
    void close() {
        memu.close();
    }

    @Test
    void the_summaries_that_follow_an_item() {
        MemoryItem item = ana.items()
                .create(NewItem.of(MemoryType.PROFILE, "Ana is a nurse.").withCategories("personal_info"));
        assertThat(summaries()).isEqualTo(1);

        ana.items().update(item.id(), ItemUpdate.summary("Ana is a doctor."));
        assertThat(summaries()).isEqualTo(1);

        ana.items().create(NewItem.of(MemoryType.PROFILE, "Ana has a dog.").withCategories("personal_info"));
        assertThat(summaries()).isEqualTo(1);

        ana.items().delete(item.id());
        assertThat(summaries()).isEqualTo(1);
    }

    @Test
    void the_summaries_that_follow_a_source() {
        String id = ana.memorize(MemorizeRequest.text("notes", "I live in Porto."))
                .resource()
                .id();
        ana.items().create(NewItem.of(MemoryType.PROFILE, "Ana has a dog.").withCategories("personal_info"));
        told.clear();

        ana.resources().delete(id);

        assertThat(summaries()).isEqualTo(1);
    }

    /** Calls for summaries told since the last time. */
    private long summaries() {
        long calls =
                told.stream().filter(call -> call.step() == ModelStep.SUMMARIZE).count();
        told.clear();
        return calls;
    }
}
