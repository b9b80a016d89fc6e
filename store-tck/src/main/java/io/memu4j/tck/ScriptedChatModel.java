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
 * A chat model for tests that says what it was told to say and remembers what it was asked. Prepared answers are given in order; when they
 * are used up the function answers, and without one an {@link IllegalStateException} tells of the call nobody expected. Thread-safe.
 */
public final class ScriptedChatModel implements ChatGenerator {
    private final String name;
    private final Deque<Function<ChatRequest, ChatAnswer>> prepared = new ArrayDeque<>();
    private final List<ChatRequest> requests = new ArrayList<>();
    private @Nullable Function<ChatRequest, ChatAnswer> otherwise;
    private int contextTokens = ChatGenerator.super.contextTokens();

    public ScriptedChatModel() {
        this("scripted");
    }

    public ScriptedChatModel(String name) {
        this.name = name;
    }

    /** The next answers, one per call. */
    public synchronized ScriptedChatModel says(String... texts) {
        for (String text : texts) {
            answers(ChatAnswer.of(text));
        }
        return this;
    }

    /** The next answer. */
    public synchronized ScriptedChatModel answers(ChatAnswer answer) {
        prepared.add(request -> answer);
        return this;
    }

    /** The next call fails. */
    public synchronized ScriptedChatModel fails(RuntimeException failure) {
        prepared.add(request -> {
            throw failure;
        });
        return this;
    }

    /** What is said when nothing is prepared; called unlocked, in the thread that asks. */
    public synchronized ScriptedChatModel otherwise(Function<ChatRequest, String> answer) {
        otherwise = request -> ChatAnswer.of(answer.apply(request));
        return this;
    }

    /** What it says of the size of its context. */
    public synchronized ScriptedChatModel takesTokens(int most) {
        contextTokens = most;
        return this;
    }

    /** Every request since {@link #forget}, failed ones included, in order. */
    public synchronized List<ChatRequest> requests() {
        return List.copyOf(requests);
    }

    /** Forgets the requests and what was prepared. */
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
