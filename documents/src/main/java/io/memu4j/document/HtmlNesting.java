package io.memu4j.document;

import io.memu4j.spi.document.DocumentSource;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Refuses a web page that would cost its parser more than its length: for every tag the parser may go through all elements that are open,
 * and may open those for emphasis anew. One pass over the bytes; counts rather too much than too little.
 */
final class HtmlNesting {
    private static final int DEEPEST = 512;
    private static final long MOST_WORK = 32_000_000;
    private static final int LONGEST_NAME = 20;

    /** How much more an open element for emphasis weighs: a page of paragraphs gets a copy of it in each. */
    private static final int COPIED = 16;

    /** They never hold anything, or the next of them ends them. */
    private static final Set<String> CLOSED_BY_THEMSELVES = Set.of(
            "a",
            "area",
            "base",
            "body",
            "br",
            "col",
            "colgroup",
            "dd",
            "dt",
            "embed",
            "head",
            "hr",
            "html",
            "img",
            "input",
            "li",
            "link",
            "meta",
            "nobr",
            "optgroup",
            "option",
            "p",
            "param",
            "rp",
            "rt",
            "source",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "track",
            "wbr");

    private static final Set<String> EMPHASIS =
            Set.of("b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u");

    private final DocumentSource source;
    private final String page;
    private final Map<String, Integer> open = new HashMap<>();
    private int depth;
    private int emphasis;
    private long work;
    /** The first end of a tag at or behind the place that was asked for last. */
    private int nextEnd = -1;

    private HtmlNesting(DocumentSource source) {
        this.source = source;
        Charset charset = source.charset() == null ? StandardCharsets.ISO_8859_1 : source.charset();
        this.page = new String(source.bytes(), charset)
                .replace("\0", ""); // so that UTF-16 shows its tags, whatever the charset
    }

    /** @throws io.memu4j.error.InvalidInputException when it is nested too deeply */
    static void requireBounded(DocumentSource source) {
        new HtmlNesting(source).scan();
    }

    private void scan() {
        for (int at = page.indexOf('<'); at >= 0; at = page.indexOf('<', at + 1)) {
            boolean closes = at + 1 < page.length() && page.charAt(at + 1) == '/';
            String name = name(closes ? at + 2 : at + 1);
            if (name.isEmpty()) {
                continue;
            }
            work += depth + (long) COPIED * emphasis;
            if (closes) {
                close(name);
            } else if (!CLOSED_BY_THEMSELVES.contains(name) && !isEmptyDrawing(name, at)) {
                open.merge(name, 1, Integer::sum);
                change(name, 1);
            }
            if (depth > DEEPEST || work > MOST_WORK) {
                throw Refusal.tooDeep(source);
            }
        }
    }

    private void close(String name) {
        int known = open.getOrDefault(name, 0);
        if (known > 0) {
            open.put(name, known - 1);
            change(name, -1);
        }
    }

    private void change(String name, int by) {
        depth += by;
        emphasis += EMPHASIS.contains(name) ? by : 0;
    }

    private String name(int from) {
        int end = from;
        while (end < page.length() && end - from < LONGEST_NAME && isLetterOrDigit(page.charAt(end))) {
            end++;
        }
        return page.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Within a drawing or a formula, and nowhere else, {@code <name/>} is closed. */
    private boolean isEmptyDrawing(String name, int at) {
        boolean drawing = open.getOrDefault("svg", 0) + open.getOrDefault("math", 0) > 0;
        if (!drawing || EMPHASIS.contains(name)) {
            return false;
        }
        if (nextEnd < at) {
            int found = page.indexOf('>', at);
            nextEnd = found < 0 ? page.length() : found;
        }
        return page.charAt(nextEnd - 1) == '/';
    }
}
