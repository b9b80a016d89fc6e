package io.memu4j.internal.ingest.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is said in a message of JSON. */
final class JsonWords {
    private static final List<String> FIELDS = List.of("content", "text", "contents", "parts");
    /** Fields that hold what is said only where another one says who speaks: elsewhere they are anything. */
    private static final List<String> FIELDS_OF_A_SPEAKER = List.of("value", "body", "message");

    private static final List<String> SPEAKERS = List.of("role", "from", "sender", "author", "speaker");
    /** What a message may be of instead of words. */
    private static final List<String> WORDLESS = List.of(
            "tool_calls",
            "toolCalls",
            "toolExecutionRequests",
            "function_call",
            "functionCall",
            "tool_call_id",
            "call_id",
            "refusal",
            "audio",
            "media",
            "attachments",
            "files",
            "photos",
            "videos",
            "gifs",
            "sticker",
            "share",
            "action",
            "subtype");

    /** A type of an entry that is a step of a model, not a message. */
    private static final Pattern STEP = Pattern.compile("reasoning|\\w+_(?:call|output|reference)");

    private static final List<String> MEDIA = List.of("image", "photo", "audio", "voice", "video", "file", "document");
    private static final List<String> TITLES = List.of("caption", "alt", "filename", "file_name", "title", "name");

    private JsonWords() {}

    /** The field with what is said; the first that is not null. */
    static Optional<JsonNode> in(JsonNode entry) {
        Stream<String> fields = SPEAKERS.stream().anyMatch(entry::has)
                ? Stream.concat(FIELDS.stream(), FIELDS_OF_A_SPEAKER.stream())
                : FIELDS.stream();
        List<JsonNode> found = fields.filter(entry::has).map(entry::get).toList();
        return found.stream().filter(field -> !field.isNull()).findFirst().or(() -> found.stream()
                .findFirst());
    }

    /** Whether it is known why there are no words: a call of a tool, a photo, a step of a model. */
    static boolean hasNone(JsonNode entry) {
        return WORDLESS.stream().anyMatch(entry::has)
                || STEP.matcher(entry.path("type").asText("")).matches();
    }

    /**
     * The text of a field: a string, an object with a text, or a list of parts. Where there are only pictures and the like, they are named.
     *
     * @return empty where it is nothing of these
     */
    static Optional<String> of(JsonNode field) {
        if (field.isNull()) {
            return Optional.of("");
        }
        if (field.isArray()) {
            return Optional.of(joined(field));
        }
        if (field.path("parts").isArray()) {
            return Optional.of(joined(field.get("parts")));
        }
        return textOf(field).or(() -> textOf(field.path("content"))).or(() -> media(field));
    }

    /** Strings and objects beside each other are one text of which some words are formatted, as in Telegram's exports. */
    private static String joined(JsonNode parts) {
        List<String> texts = new ArrayList<>();
        List<String> media = new ArrayList<>();
        boolean strings = false;
        boolean objects = false;
        for (JsonNode part : parts) {
            textOf(part).ifPresent(texts::add);
            media(part).ifPresent(media::add);
            strings |= part.isTextual();
            objects |= part.isObject();
        }
        return String.join(strings && objects ? "" : "\n", texts.isEmpty() ? media : texts);
    }

    private static Optional<String> textOf(JsonNode part) {
        JsonNode text = part.isObject() ? part.path("text") : part;
        return Optional.of(text).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /** A picture or the like by its kind, and by its title where it has one: "[image: Rex on the beach]". */
    private static Optional<String> media(JsonNode part) {
        String type = part.path("type").asText("").toLowerCase(Locale.ROOT);
        return MEDIA.stream()
                .filter(kind -> type.contains(kind) || part.has(kind))
                .findFirst()
                .map(kind -> TITLES.stream()
                        .map(title -> part.path(title).asText(""))
                        .filter(title -> !title.isBlank())
                        .findFirst()
                        .map(title -> "[" + kind + ": " + title.strip() + "]")
                        .orElse("[" + kind + "]"));
    }
}
