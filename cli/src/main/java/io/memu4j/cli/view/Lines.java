package io.memu4j.cli.view;

import io.memu4j.internal.value.Texts;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;

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

    /** The statement with its type, and when it happened unless it says so itself. */
    static String statement(MemoryItem item) {
        var happened = item.happenedAt();
        String when = happened == null ? "" : happened.inEnglish();
        return "[" + item.type().name() + "] " + quoted(item.attributed())
                + (item.attributed().contains(when) ? "" : " (" + when + ")");
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
