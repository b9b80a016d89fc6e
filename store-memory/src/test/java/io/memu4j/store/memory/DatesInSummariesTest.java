package io.memu4j.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.LlmConfig;
import io.memu4j.memory.ItemUpdate;
import io.memu4j.memory.NewItem;
import io.memu4j.model.Category;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.HappenedAt.Precision;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.tck.ScriptedChatModel;
import io.memu4j.tck.ScriptedModels;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** A summary says when something happened, so it follows when that is put right. */
class DatesInSummariesTest {
    @Test
    void by_rules() {
        try (MemoryServiceFactory memu =
                MemoryServiceFactory.builder().llm(LlmConfig.none()).build()) {
            MemoryService ana = memu.service("ana", "assistant");
            MemoryItem item = created(ana);
            assertThat(summary(ana)).isEqualTo("- Ana ran a marathon. (8 May 2023)");

            ana.items().update(item.id(), moved());

            assertThat(summary(ana)).isEqualTo("- Ana ran a marathon. (9 May 2024)");
        }
    }

    @Test
    void with_a_model() {
        ScriptedChatModel chat = new ScriptedChatModel()
                .says(answer("- Ana ran a marathon on 8 May 2023."), answer("- Ana ran a marathon on 9 May 2024."));
        try (MemoryServiceFactory memu =
                MemoryServiceFactory.builder().llm(ScriptedModels.of(chat)).build()) {
            MemoryService ana = memu.service("ana", "assistant");
            MemoryItem item = created(ana);

            ana.items().update(item.id(), moved());

            assertThat(summary(ana)).isEqualTo("- Ana ran a marathon on 9 May 2024.");
            assertThat(chat.requests().get(1).user())
                    .contains("\"new\":[{\"fact\":\"Ana ran a marathon.\",\"when\":\"9 May 2024\"}]")
                    .contains("\"gone\":[{\"fact\":\"Ana ran a marathon.\",\"when\":\"8 May 2023\"}]");
        }
    }

    @Test
    void a_model_that_repeats_the_old_date_is_not_believed() {
        ScriptedChatModel chat = new ScriptedChatModel()
                .says(answer("- Ana ran a marathon (8 May 2023)"), answer("- Ana ran a marathon. (8 May 2023)"));
        try (MemoryServiceFactory memu =
                MemoryServiceFactory.builder().llm(ScriptedModels.of(chat)).build()) {
            MemoryService ana = memu.service("ana", "assistant");
            ana.items().update(created(ana).id(), moved());

            assertThat(summary(ana)).isEqualTo("- Ana ran a marathon. (9 May 2024)");
        }
    }

    private static MemoryItem created(MemoryService ana) {
        return ana.items()
                .create(NewItem.of(MemoryType.EVENT, "Ana ran a marathon.")
                        .withCategories("experiences")
                        .withHappenedAt(day(2023, 8)));
    }

    private static ItemUpdate moved() {
        return ItemUpdate.type(MemoryType.EVENT).withHappenedAt(day(2024, 9));
    }

    private static HappenedAt day(int year, int dayOfMay) {
        LocalDateTime start = LocalDateTime.of(year, 5, dayOfMay, 0, 0);
        return new HappenedAt(start, start.plusDays(1), Precision.DAY);
    }

    private static String summary(MemoryService ana) {
        return ana.categories().list().stream()
                .map(Category::summary)
                .findFirst()
                .orElseThrow();
    }

    private static String answer(String summary) {
        return "{\"summaries\": [{\"category\": \"experiences\", \"summary\": \"" + summary + "\"}]}";
    }
}
