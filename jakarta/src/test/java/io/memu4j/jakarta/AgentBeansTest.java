package io.memu4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.ChatMemoryProvider;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.rag.RetrievalAugmentor;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.service.tool.ToolProvider;
import io.memu4j.MemoryService;
import io.memu4j.admin.MemoryAdmin;
import io.memu4j.error.MissingScopeException;
import io.memu4j.memorize.MemorizeRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.literal.NamedLiteral;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Beans for agents on LangChain4j, and its models as beans of the application. */
class AgentBeansTest {
    /** A model of the application: every text has the same direction. */
    @ApplicationScoped
    static class OneDirection implements EmbeddingModel {
        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            return Response.from(segments.stream()
                    .map(segment -> Embedding.from(new float[] {1, 0}))
                    .toList());
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public String modelName() {
            return "one-direction";
        }
    }

    private static Application start(Map<String, String> settings, Class<?>... beans) {
        Class<?>[] all = new Class<?>[beans.length + 2];
        System.arraycopy(beans, 0, all, 0, beans.length);
        all[beans.length] = Application.Settings.class;
        all[beans.length + 1] = Application.SignedIn.class;
        return Application.start(settings, all);
    }

    private static <T> T named(Application application, Class<T> type, String name) {
        return application.beans().select(type, NamedLiteral.of(name)).get();
    }

    @Test
    void each_part_of_an_agent_has_a_name() {
        try (Application application = start(Map.of("memu.llm.provider", "none"))) {
            assertThat(named(application, ToolProvider.class, "memuTools")
                            .provideTools(null)
                            .aiServiceTools())
                    .hasSize(4);
            assertThat(named(application, RetrievalAugmentor.class, "memuAugmentor"))
                    .isNotNull();
        }
    }

    @Test
    void the_retriever_reads_the_memory_of_the_caller_alone() throws Exception {
        try (Application application = start(Map.of("memu.llm.provider", "none"))) {
            ContentRetriever retriever = named(application, ContentRetriever.class, "memuRetriever");
            application.serve("olga", () -> application
                    .get(MemoryService.class)
                    .memorize(MemorizeRequest.text("note", "I am afraid of spiders.")));
            Query query = Query.from("What am I afraid of?");
            assertThat(application.serve("olga", () -> retriever.retrieve(query)))
                    .hasSize(1);
            assertThat(application.serve("ivan", () -> retriever.retrieve(query)))
                    .isEmpty();
            assertThatThrownBy(() -> retriever.retrieve(query)).hasMessageContaining("scope");
            assertThatThrownBy(() -> application.serve(null, () -> retriever.retrieve(query)))
                    .isInstanceOf(MissingScopeException.class);
        }
    }

    @Test
    void a_turn_is_memorized_before_the_container_has_closed() throws Exception {
        Map<String, String> settings =
                Map.of("memu.database.url", "jdbc:h2:mem:turns;DB_CLOSE_DELAY=-1", "memu.llm.provider", "none");
        try (Application application = start(settings)) {
            ChatMemory window =
                    application.serve("olga", () -> named(application, ChatMemoryProvider.class, "memuChatMemory")
                            .get("chat"));
            application.serve("olga", () -> {
                window.add(UserMessage.from("I am afraid of spiders."));
                window.add(AiMessage.from("I see."));
                return null;
            });
        }
        try (Application application = start(settings)) {
            assertThat(application
                            .serve(
                                    "olga",
                                    () -> application.get(MemoryService.class).counts())
                            .resources())
                    .isEqualTo(1);
        }
    }

    @Test
    void an_embedding_model_of_the_application_is_used() {
        try (Application application = start(Map.of(), OneDirection.class)) {
            assertThat(application.get(MemoryAdmin.class).health().embeddingModel())
                    .isNotNull();
        }
    }
}
