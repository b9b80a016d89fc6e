package io.memu4j.tools;

import io.memu4j.MemoryService;
import io.memu4j.error.BudgetExceededException;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.MemoryException;
import io.memu4j.error.NotFoundException;
import io.memu4j.error.VersionConflictException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.memory.ItemUpdate;
import io.memu4j.memory.NewItem;
import io.memu4j.model.Category;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.retrieve.RecalledText;
import io.memu4j.retrieve.RetrieveRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tools on the memory of one user with one agent. Whoever makes them says whose memory it is; no argument does, and an id of another
 * user's memory is unknown.
 *
 * <p>No call throws. An error is one sentence for the model; what failed inside is logged without texts and ids of people. Thread-safe.
 */
public final class MemoryTools {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryTools.class);
    private static final int MOST_FOUND = 50;
    private static final int FOUND = 8;
    private static final int MOST_LISTED = 100;
    private static final int LISTED = 20;
    private static final int MOST_MESSAGES = 200;
    private static final int LONGEST_MESSAGE = 20_000;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ID = 64;
    private static final List<String> MESSAGE = List.of("role", "content", "name", "said_at");
    private static final String UNKNOWN = "Nothing is remembered under this id: search, and use an id from the result.";
    private static final String DOWN = "The memory cannot be used at the moment: answer without it, and say so.";

    private final MemoryService memory;
    private final Clock clock;

    private MemoryTools(MemoryService memory, Clock clock) {
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * Returns the tools on a memory.
     *
     * @param memory of the user and the agent of the call
     * @return the tools, with the system clock in UTC
     */
    public static MemoryTools of(MemoryService memory) {
        return new MemoryTools(memory, Clock.systemUTC());
    }

    /**
     * Returns a copy with another clock.
     *
     * @param choice says when messages that name no time were said
     * @return the copy
     */
    public MemoryTools withClock(Clock choice) {
        return new MemoryTools(memory, choice);
    }

    /**
     * Runs a tool.
     *
     * @param tool which one
     * @param arguments as a model wrote them: any names, and values of any type of JSON
     * @return the answer
     */
    public ToolAnswer call(MemoryTool tool, Map<String, ?> arguments) {
        try {
            ToolArguments given = ToolArguments.of(tool, arguments);
            return switch (tool) {
                case SEARCH_MEMORY -> search(given);
                case ADD_MEMORY -> add(given);
                case MEMORIZE_CONVERSATION -> memorize(given);
                case LIST_MEMORIES -> list(given);
                case GET_MEMORY -> get(given);
                case UPDATE_MEMORY -> update(given);
                case FORGET_MEMORY -> forget(given);
            };
        } catch (NotFoundException e) {
            return ToolAnswer.failed(UNKNOWN);
        } catch (InvalidInputException | VersionConflictException | BudgetExceededException e) {
            return ToolAnswer.failed(firstSentence(e));
        } catch (RuntimeException e) {
            LOG.warn("The tool {} failed for {}.", tool.key(), memory.scope(), e);
            return ToolAnswer.failed(DOWN);
        }
    }

    private ToolAnswer search(ToolArguments given) {
        RetrieveRequest request = RetrieveRequest.of(given.text("query", RetrieveRequest.MAX_QUERY_LENGTH))
                .withTopK(given.whole("limit", MOST_FOUND, FOUND))
                .withSaid(given.bound("since", false), given.bound("until", true));
        MemoryType[] types = given.texts("types", MOST_FOUND, LONGEST_ID).stream()
                .map(name -> type("types", name))
                .toArray(MemoryType[]::new);
        var found = memory.retrieve(types.length == 0 ? request : request.withTypes(types));
        List<String> lines = ToolRows.lines(found);
        return ToolAnswer.done(
                lines.isEmpty() ? "Nothing is remembered about this." : RecalledText.fenced(lines), ToolRows.of(found));
    }

    private ToolAnswer add(ToolArguments given) {
        String type = given.optionalText("type", LONGEST_ID);
        NewItem item =
                NewItem.of(type == null ? MemoryType.PROFILE : known(type), given.text("text", MemoryItem.MAX_LENGTH));
        LocalDate day = given.day("happened_at");
        MemoryItem stored = memory.items().create(day == null ? item : item.withHappenedAt(onThe(day)));
        boolean created = stored.reinforcements() == 1;
        return ToolAnswer.done(
                "Remembered as " + stored.id() + ".",
                ToolRows.map("id", stored.id(), "version", stored.version(), "created", created));
    }

    private static HappenedAt onThe(LocalDate day) {
        return new HappenedAt(day.atStartOfDay(), day.plusDays(1).atStartOfDay(), HappenedAt.Precision.DAY);
    }

    /** A model that invents a type would hide its statement from everybody who filters by the usual ones. */
    private static MemoryType known(String type) {
        return MemoryType.DEFAULTS.stream()
                .filter(usual -> usual.name().equalsIgnoreCase(type.strip()))
                .findFirst()
                .orElseThrow(() -> ToolArguments.wrong(
                        "type", "is no known type", "use profile, event, knowledge, behavior or instruction."));
    }

    /** The key has a name space of its own: a model cannot write into a file or a conversation that the application memorized. */
    private ToolAnswer memorize(ToolArguments given) {
        String key = "conversation:" + given.text("conversation_id", LONGEST_NAME);
        List<ConversationMessage> messages = given.objects("messages", MOST_MESSAGES, MESSAGE).stream()
                .map(this::message)
                .toList();
        if (messages.isEmpty()) {
            throw ToolArguments.wrong("messages", "is missing", "expected 1 to " + MOST_MESSAGES + " messages.");
        }
        MemorizeResult result = memory.memorize(MemorizeRequest.append(key, messages));
        return ToolAnswer.done(
                "Memorized " + messages.size() + " messages, " + result.items().size() + " statements.",
                ToolRows.map(
                        "source_id",
                        result.resource().id(),
                        "messages",
                        messages.size(),
                        "statements",
                        result.items().size(),
                        "topics",
                        result.categories().stream().map(Category::name).toList(),
                        "understood",
                        result.understood()));
    }

    /** What was recalled before is not memorized as if somebody had said it. */
    private ConversationMessage message(ToolArguments given) {
        String role = given.text("role", LONGEST_ID);
        if (!role.equals("user") && !role.equals("assistant")) {
            throw ToolArguments.wrong("role", "is no role of a speaker", "expected user or assistant.");
        }
        OffsetDateTime said = given.time("said_at");
        return ConversationMessage.builder(role, RecalledText.removedFrom(given.text("content", LONGEST_MESSAGE)))
                .name(given.optionalText("name", LONGEST_NAME))
                .createdAt(said == null ? OffsetDateTime.now(clock) : said)
                .build();
    }

    private ToolAnswer list(ToolArguments given) {
        ItemFilter filter = ItemFilter.ALL;
        String type = given.optionalText("type", LONGEST_ID);
        if (type != null) {
            filter = filter.withTypes(type("type", type));
        }
        String topic = given.optionalText("topic", LONGEST_NAME);
        if (topic != null) {
            filter = filter.withCategory(topicOf(topic));
        }
        int limit = given.whole("limit", MOST_LISTED, LISTED);
        Page<MemoryItem> page = memory.items()
                .list(filter, PageRequest.newest(limit).after(given.optionalText("cursor", LONGEST_NAME)));
        List<String> lines = page.rows().stream().map(ToolRows::line).toList();
        String next = page.next();
        return ToolAnswer.done(
                (lines.isEmpty() ? "Nothing is remembered." : RecalledText.fenced(lines))
                        + (next == null ? "" : "\nThere is more: pass the cursor " + next + "."),
                ToolRows.data("items", page.rows().stream().map(ToolRows::item).toList(), "next", next));
    }

    /** Any name of a type: an application may have types of its own. */
    private static MemoryType type(String argument, String name) {
        try {
            return new MemoryType(name);
        } catch (InvalidInputException e) {
            throw ToolArguments.wrong(argument, "names no type", "expected a name such as profile or event.");
        }
    }

    private String topicOf(String topic) {
        return memory.categories().list().stream()
                .filter(known ->
                        known.name().equalsIgnoreCase(topic) || known.id().equals(topic))
                .map(Category::id)
                .findFirst()
                .orElseThrow(() ->
                        ToolArguments.wrong("topic", "names no topic of this memory", "use a topic from a search."));
    }

    private ToolAnswer get(ToolArguments given) {
        MemoryItem item = memory.items().get(id(given)).orElseThrow(() -> new NotFoundException(UNKNOWN));
        List<Passage> proof =
                memory.items().passages(item.id()).stream().limit(MOST_FOUND).toList();
        return ToolAnswer.done(
                RecalledText.fenced(ToolRows.lines(item, proof)),
                ToolRows.data(
                        "item",
                        ToolRows.whole(item),
                        "passages",
                        proof.stream()
                                .map(passage -> ToolRows.passage(passage, null))
                                .toList()));
    }

    private ToolAnswer update(ToolArguments given) {
        String id = id(given);
        ItemUpdate update = ItemUpdate.summary(given.text("text", MemoryItem.MAX_LENGTH));
        Long version = given.optionalWhole("version", Integer.MAX_VALUE);
        MemoryItem stored = memory.items().update(id, version == null ? update : update.expecting(version));
        return ToolAnswer.done("Updated.", ToolRows.data("item", ToolRows.item(stored)));
    }

    private ToolAnswer forget(ToolArguments given) {
        return memory.items().delete(id(given))
                ? ToolAnswer.done("Forgotten.", Map.of("forgotten", true))
                : ToolAnswer.failed(UNKNOWN);
    }

    /** A text that cannot be an id is as unknown as one that is not stored. */
    private static String id(ToolArguments given) {
        if (!(given.given().get("id") instanceof String id)) {
            throw ToolArguments.wrong("id", "is no text", "expected an id from search_memory.");
        }
        if (id.isBlank() || id.length() > LONGEST_ID || id.indexOf('\0') >= 0) {
            throw new NotFoundException(UNKNOWN);
        }
        return id;
    }

    private static String firstSentence(MemoryException e) {
        String message = e.getMessage() == null ? "The memory refuses this." : e.getMessage();
        int end = message.indexOf(". ");
        return end < 0 ? message : message.substring(0, end + 1);
    }
}
