package io.memu4j.internal.ingest.conversation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the roles of chat models are called elsewhere. */
final class Roles {
    private static final Map<String, String> BY_NAME = Map.of(
            "user", "user",
            "human", "user",
            "assistant", "assistant",
            "ai", "assistant",
            "bot", "assistant",
            "chatbot", "assistant",
            "model", "assistant",
            "chatgpt", "assistant",
            "system", "system");

    private Roles() {}

    /** The role of that name, in any case; empty where the name is a person's. */
    static Optional<String> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }
}
