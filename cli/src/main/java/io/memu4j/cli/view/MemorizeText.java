package io.memu4j.cli.view;

import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.Category;
import io.memu4j.model.Resource;
import java.util.stream.Collectors;

/** What a person reads after a memorize. */
public final class MemorizeText {
    private static final int SHOWN = 12;

    private MemorizeText() {}

    private static String withArticle(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }

    public static String of(String source, MemorizeResult result) {
        Resource resource = result.resource();
        if (result.unchanged()) {
            return "Unchanged: " + source + " is remembered with this content already (" + resource.id() + ").";
        }
        StringBuilder text = new StringBuilder("Memorized " + source + " as "
                + withArticle(resource.modality().key()) + " (" + resource.id() + ").\n");
        append(text, resource.caption());
        if (resource.missing() != null) {
            append(text, "Not understood: " + resource.missing());
        }
        result.leftOut().forEach(reason -> append(text, "Left out of what the model said: " + reason));
        result.items().stream().limit(SHOWN).forEach(item -> append(text, "- " + Lines.statement(item)));
        if (result.items().size() > SHOWN) {
            append(text, "- ... and " + (result.items().size() - SHOWN) + " more items, see 'memu list items'");
        }
        if (result.items().isEmpty()) {
            append(text, "No new items; its text can be found all the same.");
        }
        if (!result.categories().isEmpty()) {
            append(
                    text,
                    "Topics: "
                            + result.categories().stream().map(Category::name).collect(Collectors.joining(", ")));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, @org.jspecify.annotations.Nullable String line) {
        if (line != null) {
            text.append("  ").append(line).append('\n');
        }
    }
}
