package io.memu4j.tck;

import io.memu4j.spi.llm.ChatAnswer;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.ChatRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A chat model for tests that gives prepared answers in order and records its requests. When they are used up, a function answers;
 * without one, a call throws {@link IllegalStateException}. Thread-safe.
 */
public final class ScriptedChatModel implements ChatGenerator {
    private final String name;
    private final Deque<Function<ChatRequest, ChatAnswer>> prepared = new ArrayDeque<>();
    private final List<ChatRequest> requests = new ArrayList<>();
    private @Nullable Function<ChatRequest, ChatAnswer> otherwise;
    private int contextTokens = ChatGenerator.super.contextTokens();

    /** Creates a model with the name {@code scripted}. */
    public ScriptedChatModel() {
        this("scripted");
    }

    /**
     * Creates a model.
     *
     * @param name the name of the model
     */
    public ScriptedChatModel(String name) {
        this.name = name;
    }

    /**
     * Prepares the next answers.
     *
     * @param texts one per call
     * @return this model
     */
    public synchronized ScriptedChatModel says(String... texts) {
        for (String text : texts) {
            answers(ChatAnswer.of(text));
        }
        return this;
    }

    /**
     * Prepares the next answer.
     *
     * @param answer for one call
     * @return this model
     */
    public synchronized ScriptedChatModel answers(ChatAnswer answer) {
        prepared.add(request -> answer);
        return this;
    }

    /**
     * Prepares a failure as the next answer.
     *
     * @param failure thrown by that call
     * @return this model
     */
    public synchronized ScriptedChatModel fails(RuntimeException failure) {
        prepared.add(request -> {
            throw failure;
        });
        return this;
    }

    /**
     * Sets what answers when no answer is prepared.
     *
     * @param answer called without a lock, in the calling thread
     * @return this model
     */
    public synchronized ScriptedChatModel otherwise(Function<ChatRequest, String> answer) {
        otherwise = request -> ChatAnswer.of(answer.apply(request));
        return this;
    }

    /**
     * Sets the size of the context.
     *
     * @param most tokens of a request and its answer together
     * @return this model
     */
    public synchronized ScriptedChatModel takesTokens(int most) {
        contextTokens = most;
        return this;
    }

    /** {@return every request since {@link #forget}, failed ones included, in order} */
    public synchronized List<ChatRequest> requests() {
        return List.copyOf(requests);
    }

    /** Discards recorded requests and prepared answers. */
    public synchronized void forget() {
        requests.clear();
        prepared.clear();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized int contextTokens() {
        return contextTokens;
    }

    @Override
    public ChatAnswer chat(ChatRequest request) {
        return next(request).apply(request);
    }

    private synchronized Function<ChatRequest, ChatAnswer> next(ChatRequest request) {
        requests.add(request);
        Function<ChatRequest, ChatAnswer> answer = prepared.isEmpty() ? otherwise : prepared.remove();
        if (answer == null) {
            throw new IllegalStateException("Call " + requests.size() + " of the chat model '" + name
                    + "' was not expected: no answer is prepared. Use says(..), fails(..) or otherwise(..).");
        }
        return answer;
    }
}
