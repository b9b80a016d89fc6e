package io.memu4j.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import io.memu4j.model.ConversationMessage;
import io.memu4j.retrieve.RecalledText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads from windows of messages what is new in them, and from messages what somebody said. */
final class Turns {
    /** What LangChain4j's default injector puts between a message and the contents of retrievers. */
    private static final String INTRODUCTION = "\n\nAnswer using the following information:\n";

    private Turns() {}

    /**
     * Returns what a window holds beyond the one before it, which may have lost messages at its beginning. System messages do not count:
     * they stay, or are replaced, wherever the window is.
     */
    static List<ChatMessage> added(List<ChatMessage> before, List<ChatMessage> after) {
        List<ChatMessage> old = withoutSystem(before);
        List<ChatMessage> now = withoutSystem(after);
        for (int common = Math.min(old.size(), now.size()); common > 0; common--) {
            if (old.subList(old.size() - common, old.size()).equals(now.subList(0, common))) {
                return now.subList(common, now.size());
            }
        }
        // Nothing in common, or the application wrote the beginning anew: what follows the last known message is new.
        int last = old.isEmpty() ? -1 : now.lastIndexOf(old.get(old.size() - 1));
        return now.subList(last + 1, now.size());
    }

    /** Returns the messages after the last finished turn. */
    static List<ChatMessage> unfinished(List<ChatMessage> window) {
        int from = window.size();
        while (from > 0 && !finishes(window.get(from - 1))) {
            from--;
        }
        return withoutSystem(window.subList(from, window.size()));
    }

    /** Tells whether a message is an answer, after which the model has nothing more to do. */
    static boolean finishes(ChatMessage message) {
        return message instanceof AiMessage answer && !answer.hasToolExecutionRequests();
    }

    /** Returns what a person or the assistant said with a message; empty for calls of tools, their results, and pictures alone. */
    static Optional<ConversationMessage> spoken(ChatMessage message) {
        if (message instanceof UserMessage user) {
            String text = user.contents().stream()
                    .filter(TextContent.class::isInstance)
                    .map(content -> said(((TextContent) content).text()))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("\n"));
            return nonEmpty("user", user.name(), text);
        }
        return message instanceof AiMessage answer && finishes(message) && answer.text() != null
                ? nonEmpty("assistant", null, said(answer.text()))
                : Optional.empty();
    }

    private static Optional<ConversationMessage> nonEmpty(String role, @Nullable String name, String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(ConversationMessage.builder(role, text).name(name).build());
    }

    /** Returns a text without what was recalled into it. */
    private static String said(String text) {
        int contents = text.indexOf(INTRODUCTION);
        boolean injected = contents >= 0 && holdsRecalled(text.substring(contents));
        return RecalledText.removedFrom(injected ? text.substring(0, contents) : text)
                .strip();
    }

    private static boolean holdsRecalled(String text) {
        return RecalledText.removedFrom(text).length() < text.length();
    }

    private static List<ChatMessage> withoutSystem(List<ChatMessage> window) {
        return window.stream()
                .filter(message -> !(message instanceof SystemMessage))
                .toList();
    }
}
