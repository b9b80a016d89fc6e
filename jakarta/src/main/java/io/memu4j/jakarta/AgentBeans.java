package io.memu4j.jakarta;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolSpecifications;
import dev.langchain4j.memory.chat.ChatMemoryProvider;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.rag.RetrievalAugmentor;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.service.tool.DefaultToolExecutor;
import dev.langchain4j.service.tool.ToolProvider;
import dev.langchain4j.service.tool.ToolProviderResult;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.langchain4j.MemoryScopeResolver;
import io.memu4j.langchain4j.MemuChatMemoryStore;
import io.memu4j.langchain4j.MemuContentRetriever;
import io.memu4j.langchain4j.MemuRetrievalAugmentor;
import io.memu4j.langchain4j.MemuTools;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;

/** What agents on LangChain4j use, by names for its integration with CDI: a name belongs to one bean. The user is the caller. */
@Singleton
class AgentBeans {
    private static final int WINDOW = 20;

    private final MemoryServiceFactory memory;
    private final MemoryScopeResolver scopes;
    private final MemoryOpening opening;

    @Inject
    AgentBeans(MemoryServiceFactory memory, CallerScopes callers, MemoryOpening opening) {
        this.memory = memory;
        this.opening = opening;
        this.scopes = MemoryScopeResolver.ofCaller(callers, opening.settings().agent());
    }

    @Produces
    @ApplicationScoped
    @Named("memuRetriever")
    ContentRetriever retriever() {
        return MemuContentRetriever.of(memory, scopes);
    }

    @Produces
    @ApplicationScoped
    @Named("memuAugmentor")
    RetrievalAugmentor augmentor() {
        return MemuRetrievalAugmentor.of(memory, scopes);
    }

    @Produces
    @ApplicationScoped
    @Named("memuTools")
    ToolProvider tools() {
        MemuTools tools = MemuTools.of(memory, scopes);
        ToolProviderResult.Builder all = ToolProviderResult.builder();
        for (Method method : MemuTools.class.getMethods()) {
            if (method.isAnnotationPresent(Tool.class)) {
                all.add(
                        ToolSpecifications.toolSpecificationFrom(method),
                        DefaultToolExecutor.builder()
                                .object(tools)
                                .originalMethod(method)
                                .methodToInvoke(method)
                                .wrapToolArgumentsExceptions(true)
                                .propagateToolExecutionExceptions(true)
                                .build());
            }
        }
        ToolProviderResult result = all.build();
        return request -> result;
    }

    /** Keeps windows in the heap, and memorizes each finished turn in the background. */
    @Produces
    @Singleton
    MemuChatMemoryStore turns(Background background) {
        MemuChatMemoryStore turns =
                MemuChatMemoryStore.builder(memory, scopes).executor(background).build();
        opening.beforeClose(turns::close);
        return turns;
    }

    @Produces
    @ApplicationScoped
    @Named("memuChatMemory")
    ChatMemoryProvider chatMemory(MemuChatMemoryStore turns) {
        return id -> MessageWindowChatMemory.builder()
                .id(id)
                .maxMessages(WINDOW)
                .chatMemoryStore(turns)
                .build();
    }
}
