package io.memu4j.cli.view;

import io.memu4j.internal.value.Texts;
import io.memu4j.model.Category;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.TimeBound;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Each thing in a line of its own, for people. */
public final class Lines {
    private static final int LONGEST = 400;

    private Lines() {}

    public static String of(MemoryItem item) {
        return item.id() + "  " + statement(item);
    }

    public static String of(Category category) {
        return category.id() + "  " + category.name() + ": " + quoted(plain(category.summary()));
    }

    public static String of(Resource resource) {
        String caption = resource.caption();
        return resource.id() + "  [" + resource.modality().key() + "] " + oneLine(resource.url())
                + (caption == null ? "" : ": " + quoted(caption));
    }

    /** Id, type and statement. */
    public static List<String> cells(MemoryItem item) {
        return List.of(item.id(), item.type().name(), item.attributed() + standing(item));
    }

    /** Id, name and summary. */
    public static List<String> cells(Category category) {
        return List.of(category.id(), category.name(), plain(category.summary()));
    }

    /** Id, modality and source. */
    public static List<String> cells(Resource resource) {
        String caption = resource.caption();
        return List.of(
                resource.id(), resource.modality().key(), resource.url() + (caption == null ? "" : ": " + caption));
    }

    /** What happened to an item, when and by whom. */
    public static String of(ItemEvent event) {
        String before = event.before();
        return Dates.of(event.at().atOffset(ZoneOffset.UTC)) + ": "
                + event.kind().key() + " by " + quoted(event.actor())
                + (event.reason() == null ? "" : " (" + event.reason() + ")")
                + (before == null ? "" : ", before: \"" + quoted(before) + "\"");
    }

    /** The statement with its type, and when it happened unless it says so itself. */
    static String statement(MemoryItem item) {
        var happened = item.happenedAt();
        String when = happened == null ? "" : happened.inEnglish();
        return "[" + item.type().name() + "] " + quoted(item.attributed())
                + (item.attributed().contains(when) ? "" : " (" + when + ")") + standing(item);
    }

    /** When it was said, since when and until when it holds, as far as known; empty where nothing is. */
    private static String standing(MemoryItem item) {
        List<String> parts = new ArrayList<>();
        OffsetDateTime said = item.saidAt();
        TimeBound from = item.holds().from();
        TimeBound until = item.holds().until();
        if (said != null && item.speaker() == null) {
            parts.add("said " + Dates.dayOf(said));
        }
        if (from != null) {
            parts.add("since " + Dates.of(from));
        }
        if (until != null) {
            parts.add("until " + Dates.of(until));
        }
        if (item.closing() != null) {
            parts.add(item.closing().supersededBy() == null ? "ended" : "superseded");
        }
        return parts.isEmpty() ? "" : " [" + String.join("; ", parts) + "]";
    }

    /** Who said it when, as far as known; otherwise where it is. */
    public static String origin(Passage passage) {
        var saidAt = passage.saidAt();
        String speaker = passage.speaker();
        String when = saidAt == null ? "" : Dates.of(saidAt);
        if (speaker == null) {
            return "paragraph " + (passage.index() + 1) + (when.isEmpty() ? "" : ", " + when);
        }
        return speaker + (when.isEmpty() ? ", message " + (passage.index() + 1) : ", " + when);
    }

    /** The last part of an address: what people call a file. */
    public static String shortName(Resource resource) {
        String url = resource.url();
        if (url.contains("://")) {
            return url;
        }
        String name = url.substring(Math.max(url.lastIndexOf('/'), url.lastIndexOf('\\')) + 1);
        return name.isEmpty() ? url : name;
    }

    private static String oneLine(String name) {
        return name.replaceAll("\\s+", " ");
    }

    /** A text on one line, shortened where it is very long. */
    public static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : Texts.truncated(line, LONGEST) + " ...";
    }

    /** Markdown without its marks. */
    static String plain(String markdown) {
        return markdown.replaceAll("(?m)^\\s*(#+|[-*])\\s+", "").replace("**", "");
    }
}
