package io.memu4j.server.api.view;

import io.memu4j.model.ConversationMessage;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message of a conversation. */
public record MessageInput(
        @Nullable String role, @Nullable String name, @Nullable String content, @Nullable OffsetDateTime at) {
    static List<ConversationMessage> all(@Nullable List<MessageInput> messages, String field) {
        return Present.list(messages, field).stream().map(MessageInput::message).toList();
    }

    private ConversationMessage message() {
        return ConversationMessage.builder(Present.required(role, "role"), Present.required(content, "content"))
                .name(name)
                .createdAt(at)
                .build();
    }
}
