package io.memu4j.internal.understand.chat;

import io.memu4j.config.CategoryDefinition;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.internal.llm.ContextShare;
import io.memu4j.internal.prompt.DataLine;
import io.memu4j.internal.prompt.Fence;
import io.memu4j.internal.prompt.Prompt;
import io.memu4j.internal.prompt.TokenEstimate;
import io.memu4j.internal.understand.UnderstandingRequest;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import io.memu4j.spi.llm.AnswerSchema;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.ChatRequest;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the question about a window into words. Immutable. */
final class WindowPrompt {
    static final Prompt PROMPT = Prompt.load("extract");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE yyyy-MM-dd HH:mm", Locale.ENGLISH);
    private static final Set<MemoryType> DESCRIBED = Set.of(
            MemoryType.PROFILE,
            MemoryType.EVENT,
            MemoryType.KNOWLEDGE,
            MemoryType.BEHAVIOR,
            MemoryType.SKILL,
            MemoryType.TOOL);

    private static final int TOKENS_OF_TASK = 200;
    private static final int LONGEST_KNOWN = 200;

    private final MemorizeConfig config;
    private final String system;
    private final AnswerSchema schema;
    private final int contextTokens;
    private final ContextShare share;

    /** @throws io.memu4j.error.ConfigurationException when the model's context has no room for a text beside the instructions */
    WindowPrompt(MemorizeConfig config, ChatGenerator model) {
        this.config = config;
        this.system = PROMPT.render("system", Map.of("types", types(config), "categories", categories(config)));
        this.schema = ExtractionSchema.of(config);
        this.contextTokens = model.contextTokens();
        this.share = ContextShare.of(
                model,
                tokensAround(),
                config.understanding().windowTokens(),
                config.understanding().answerTokens());
    }

    /** All that is the same in every request. */
    String instructions() {
        return system + new TreeMap<>(config.understanding().modalities());
    }

    /** Estimate of what a request takes beside the window itself. */
    int tokensAround() {
        int own = config.understanding().modalities().values().stream()
                .mapToInt(TokenEstimate::of)
                .max()
                .orElse(0);
        return TokenEstimate.of(system) + TokenEstimate.of(schema.json()) + own + TOKENS_OF_TASK;
    }

    /** How much text goes into a window. */
    int windowTokens() {
        return share.textTokens();
    }

    /** Whether the window and an answer about it fit into the model's context; a long passage may not. */
    boolean fits(TextWindow window) {
        return answerTokens(window) >= ContextShare.LEAST;
    }

    private int answerTokens(TextWindow window) {
        return Math.min(share.answerTokens(), contextTokens - tokensAround() - window.tokens());
    }

    /**
     * The request; for a window that {@linkplain #fits fits}.
     *
     * @param caption the caption so far, or null
     * @param fault what was wrong with the answer before, or null at the first attempt
     */
    ChatRequest request(
            UnderstandingRequest text, TextWindow window, @Nullable String caption, @Nullable String fault) {
        Fence fence = Fence.random();
        Modality modality = text.modality();
        boolean wantCaption = text.wantCaption();
        boolean goesOn = wantCaption && caption != null;
        String user = PROMPT.render(
                "user",
                Map.of(
                        "kind", PROMPT.section(modality.key()),
                        "caption", PROMPT.section(goesOn ? "caption_on" : wantCaption ? "caption" : "no_caption"),
                        "own", config.understanding().modalities().getOrDefault(modality, ""),
                        "mark", fence.mark(),
                        "data", fence.around(lines(text.known(), window, goesOn ? caption : null)),
                        "fault", fault == null ? "" : PROMPT.render("fault", Map.of("reason", fault))));
        return ChatRequest.of(system, user, answerTokens(window)).withSchema(schema);
    }

    private static String lines(List<MemoryItem> known, TextWindow window, @Nullable String caption) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            lines.add(line(i + 1, known.get(i)));
        }
        if (caption != null) {
            lines.add(new DataLine().with("caption_so_far", caption).toString());
        }
        window.context().forEach(passage -> lines.add(line(new DataLine().with("before", true), passage)));
        for (int i = 0; i < window.passages().size(); i++) {
            lines.add(line(new DataLine().with("n", i + 1), window.passages().get(i)));
        }
        return String.join("\n", lines);
    }

    private static String line(int number, MemoryItem known) {
        OffsetDateTime saidAt = known.saidAt();
        return new DataLine()
                .with("k", number)
                .with("said", saidAt == null ? null : saidAt.toLocalDate().toString())
                .with("known", Texts.truncated(known.summary(), LONGEST_KNOWN))
                .toString();
    }

    private static String line(DataLine line, Passage passage) {
        OffsetDateTime saidAt = passage.saidAt();
        String role = passage.role();
        boolean isNamedLikeTheRole = role != null && role.equalsIgnoreCase(passage.speaker());
        return line.with("time", saidAt == null ? null : TIME.format(saidAt))
                .with("who", passage.speaker())
                .with("role", isNamedLikeTheRole ? null : role)
                .with("text", passage.text())
                .toString();
    }

    private static String types(MemorizeConfig config) {
        return config.types().stream()
                .map(type -> "- " + type.name() + ": " + description(type, config))
                .collect(Collectors.joining("\n"));
    }

    private static String description(MemoryType type, MemorizeConfig config) {
        String own = config.understanding().types().get(type);
        if (own != null) {
            return own;
        }
        return PROMPT.section(DESCRIBED.contains(type) ? "type_" + type.name() : "type_other");
    }

    private static String categories(MemorizeConfig config) {
        if (config.categories().isEmpty()) {
            return "- there are none";
        }
        return config.categories().stream()
                .map(category -> "- " + category.name() + ": " + described(category, config))
                .collect(Collectors.joining("\n"));
    }

    private static String described(CategoryDefinition category, MemorizeConfig config) {
        String own = config.understanding().instructionsFor(category.name());
        return own == null ? category.description() : category.description() + ". " + own;
    }
}
