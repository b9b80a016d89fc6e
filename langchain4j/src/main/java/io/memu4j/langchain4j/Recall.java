package io.memu4j.langchain4j;

import dev.langchain4j.rag.query.Metadata;
import io.memu4j.MemoryService;
import io.memu4j.retrieve.RetrieveRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the memory of a call's user holds about a question, as a fenced block. */
record Recall(MemoryAccess access, Function<String, RetrieveRequest> requests) {
    /** Returns the block; empty if nothing was found. */
    String block(String question, @Nullable Metadata call) {
        MemoryService memory =
                access.of(call == null ? null : call.chatMemoryId(), call == null ? null : call.invocationParameters());
        if (question.isBlank()) {
            return "";
        }
        String asked = question.length() <= RetrieveRequest.MAX_QUERY_LENGTH ? question : end(question);
        return memory.retrieve(requests.apply(asked)).toPrompt();
    }

    /** Returns the end of a long message, where the question mostly stands. */
    private static String end(String question) {
        int from = question.length() - RetrieveRequest.MAX_QUERY_LENGTH;
        return question.substring(Character.isLowSurrogate(question.charAt(from)) ? from + 1 : from);
    }
}
