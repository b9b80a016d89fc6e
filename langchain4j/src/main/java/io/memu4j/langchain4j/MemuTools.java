package io.memu4j.langchain4j;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationContext;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.tools.MemoryTool;
import io.memu4j.tools.MemoryTools;
import io.memu4j.tools.ToolTexts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tools with which a model searches, adds, corrects and forgets what is remembered about the user of the call. No argument of the model
 * says whose memory it is, and an id of another user's memory is unknown.
 *
 * <p>An error is one sentence for the model. What failed inside is logged. A call that does not say whose it is fails. Thread-safe.
 */
public final class MemuTools {
    private final MemoryAccess access;

    private MemuTools(MemoryAccess access) {
        this.access = access;
    }

    /**
     * Returns the tools.
     *
     * @param memory the memory; the application closes it
     * @param scopes says whose memory a call reads and writes
     * @return the tools, for {@code AiServices.tools(..)}
     */
    public static MemuTools of(MemoryServiceFactory memory, MemoryScopeResolver scopes) {
        return new MemuTools(new MemoryAccess(memory, scopes));
    }

    /**
     * Searches the memory.
     *
     * @param query what the model wants to know
     * @param call whose memory it is; LangChain4j fills it in, the model does not see it
     * @return statements with their ids and passages, fenced as data, or a sentence
     */
    @Tool(name = "search_memory", value = ToolTexts.SEARCH_MEMORY)
    public String search(
            @P("What to look for, as a question or key words") @Nullable String query, InvocationContext call) {
        return answer(call, MemoryTool.SEARCH_MEMORY, "query", query);
    }

    /**
     * Adds a statement about the user.
     *
     * @param text what to remember
     * @param type the kind of statement, or null
     * @param call whose memory it is; LangChain4j fills it in, the model does not see it
     * @return a sentence with the id
     */
    @Tool(name = "add_memory", value = ToolTexts.ADD_MEMORY)
    public String add(
            @P("One full sentence that is understood without this conversation") @Nullable String text,
            @P(value = "profile, event, knowledge, behavior or instruction; profile if left out", required = false)
                    @Nullable
                    String type,
            InvocationContext call) {
        return answer(call, MemoryTool.ADD_MEMORY, "text", text, "type", type);
    }

    /**
     * Replaces the text of a statement.
     *
     * @param id the id of the statement
     * @param text what holds instead
     * @param call whose memory it is; LangChain4j fills it in, the model does not see it
     * @return a sentence
     */
    @Tool(name = "update_memory", value = ToolTexts.UPDATE_MEMORY)
    public String update(
            @P("The id from search_memory") @Nullable String id,
            @P("The whole new statement, one full sentence") @Nullable String text,
            InvocationContext call) {
        return answer(call, MemoryTool.UPDATE_MEMORY, "id", id, "text", text);
    }

    /**
     * Deletes a statement.
     *
     * @param id the id of the statement
     * @param call whose memory it is; LangChain4j fills it in, the model does not see it
     * @return a sentence
     */
    @Tool(name = "forget_memory", value = ToolTexts.FORGET_MEMORY)
    public String forget(@P("The id from search_memory") @Nullable String id, InvocationContext call) {
        return answer(call, MemoryTool.FORGET_MEMORY, "id", id);
    }

    private String answer(InvocationContext call, MemoryTool tool, @Nullable String... namesAndValues) {
        Map<String, String> arguments = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return MemoryTools.of(access.of(call.chatMemoryId(), call.invocationParameters()))
                .call(tool, arguments)
                .text();
    }
}
