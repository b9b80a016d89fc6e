package io.memu4j.internal.ingest.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.internal.text.SpeakerRoles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who says a message of JSON, in the fields by which libraries and exports name them.
 *
 * @param role as chat models call it, or {@link SpeakerRoles#NOBODY}
 * @param name of a person or a bot, or null
 */
record JsonSpeaker(String role, @Nullable String name) {
    private static final List<String> ROLES =
            List.of("role", "messageType", "message_type", "sender_type", "senderType", "type");
    private static final List<String> NAMES = List.of(
            "name",
            "speaker",
            "sender_name",
            "senderName",
            "sender",
            "from",
            "author",
            "user_profile",
            "username",
            "user",
            "actor");
    /** What names somebody in an object, the name that people read first. */
    private static final List<String> PARTS = List.of(
            "nickname", "real_name", "global_name", "display_name", "displayName", "name", "username", "login", "id");
    /** Objects within an object that names somebody. */
    private static final List<String> HOLDERS = List.of("user", "application", "bot");

    private static final Set<String> SERVICE_TYPES = Set.of(
            "service",
            "Call",
            "ChannelPinnedMessage",
            "ChannelNameChange",
            "GuildMemberJoin",
            "RecipientAdd",
            "RecipientRemove");

    private static final Set<String> BOT_FLAGS = Set.of("isBot", "is_bot", "bot", "bot_id");

    /** Reads the speaker of an entry. */
    static JsonSpeaker of(JsonNode entry) {
        String name = name(entry);
        String role = role(entry, name);
        boolean isName = name != null && SpeakerRoles.named(name).isEmpty();
        return new JsonSpeaker(role, isName ? name : null);
    }

    /** Whether it is not understood who speaks. */
    boolean isNobody() {
        return role.equals(SpeakerRoles.NOBODY);
    }

    private static String role(JsonNode entry, @Nullable String name) {
        if (isService(entry)) {
            return "system";
        }
        Optional<String> named = Optional.ofNullable(name).flatMap(SpeakerRoles::named);
        if (isBot(entry) || named.filter(SpeakerRoles::isProgram).isPresent()) {
            return named.filter(SpeakerRoles::isProgram).orElse("assistant");
        }
        return ROLES.stream()
                .flatMap(field -> text(entry, field).stream().flatMap(value -> role(field, value).stream()))
                .findFirst()
                .or(() -> text(entry.path("author"), "role")
                        .map(value -> SpeakerRoles.named(value).orElse(value)))
                .or(() -> named)
                .orElse(name == null ? SpeakerRoles.NOBODY : "user");
    }

    /** A type may be anything: "message", "text". A role is taken as it is. */
    private static Optional<String> role(String field, String value) {
        Optional<String> known = SpeakerRoles.named(value);
        return field.equals("role") ? known.or(() -> Optional.of(value)) : known;
    }

    private static @Nullable String name(JsonNode entry) {
        for (String field : NAMES) {
            String name = nameOf(entry.path(field));
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private static @Nullable String nameOf(JsonNode who) {
        if (!who.isObject()) {
            return text(who).orElse(null);
        }
        for (String part : PARTS) {
            Optional<String> name = text(who, part);
            if (name.isPresent()) {
                return name.get();
            }
        }
        for (String holder : HOLDERS) {
            if (who.path(holder).isObject()) {
                return nameOf(who.path(holder));
            }
        }
        return null;
    }

    /** A line about the chat, such as "Eva joined": Slack's, Telegram's and Discord's. */
    private static boolean isService(JsonNode entry) {
        String subtype = entry.path("subtype").asText("");
        return SERVICE_TYPES.contains(entry.path("type").asText(""))
                || subtype.startsWith("channel_")
                || subtype.startsWith("group_");
    }

    private static boolean isBot(JsonNode entry) {
        return entry.path("subtype").asText("").equals("bot_message")
                || isFlagged(entry)
                || isFlagged(entry.path("author"))
                || isFlagged(entry.path("from"))
                || isFlagged(entry.path("sender"))
                || entry.path("from").path("application").isObject();
    }

    private static boolean isFlagged(JsonNode who) {
        return BOT_FLAGS.stream().map(who::path).anyMatch(flag -> flag.isTextual() || flag.asBoolean());
    }

    private static Optional<String> text(JsonNode entry, String field) {
        return text(entry.path(field));
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.of(value)
                .filter(JsonNode::isTextual)
                .map(node -> node.textValue().strip())
                .filter(text -> !text.isEmpty());
    }
}
