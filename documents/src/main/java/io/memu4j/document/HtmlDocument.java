package io.memu4j.document;

import io.memu4j.spi.document.DocumentBlock;
import io.memu4j.spi.document.DocumentSource;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The text of a web page by its structure; scripts, styles and what is hidden are left out. Used once. */
final class HtmlDocument {
    private static final int MOST_TAGS = 1_000_000;
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\x0B\\f\\r\\u00a0]+");
    private static final Pattern BREAKS = Pattern.compile(" ?\\n[ \\n]*+");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "nav",
            "aside",
            "blockquote",
            "figure",
            "figcaption",
            "address",
            "form",
            "fieldset",
            "details",
            "summary",
            "dl",
            "dt",
            "dd",
            "center",
            "body",
            "ul",
            "ol",
            "li",
            "table",
            "pre",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6");

    private final DocumentSource source;
    private final Limits limits;
    private final Blocks blocks;
    private final StringBuilder line = new StringBuilder();

    HtmlDocument(DocumentSource source) {
        this.source = source;
        this.limits = new Limits(source);
        this.blocks = new Blocks(limits);
    }

    List<DocumentBlock> blocks() {
        requireFewTags();
        HtmlNesting.requireBounded(source);
        Document page = parsed();
        new HtmlHidden(limits).removeFrom(page.body());
        boolean hasTitle = page.selectFirst("h1") != null;
        if (!hasTitle) {
            blocks.heading(1, page.title());
        }
        walk(page.body());
        endLine();
        return blocks.all();
    }

    private Document parsed() {
        try {
            String charset = source.charset() == null ? null : source.charset().name();
            return Jsoup.parse(new LimitedInput(source.bytes(), limits), charset, "");
        } catch (IOException e) { // of a stream in memory: the character set is none, for example
            throw Refusal.broken(source, "web page", e);
        }
    }

    private void requireFewTags() {
        int tags = 0;
        for (byte each : source.bytes()) {
            tags += each == '<' ? 1 : 0;
        }
        if (tags > MOST_TAGS) {
            throw Refusal.tooLarge(source, MOST_TAGS + " tags");
        }
    }

    private void walk(Element element) {
        for (Node child : element.childNodes()) {
            limits.step();
            if (child instanceof TextNode text) {
                line.append(text.getWholeText());
            } else if (child instanceof Element inner) {
                element(inner);
            }
        }
    }

    private void element(Element element) {
        String name = element.normalName();
        if (!BLOCKS.contains(name)) {
            inline(element, name);
            return;
        }
        endLine();
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> blocks.heading(name.charAt(1) - '0', element.text());
            case "ul", "ol" -> list(element, 0);
            case "table" -> table(element);
            case "pre" -> blocks.code(element.wholeText());
            default -> walk(element);
        }
        endLine();
    }

    private void inline(Element element, String name) {
        if (name.equals("br")) {
            line.append('\n');
        } else if (name.equals("img")) {
            line.append(' ').append(element.attr("alt")).append(' ');
        } else {
            walk(element);
        }
    }

    private void list(Element list, int level) {
        int number = 1;
        for (Element item : list.children()) {
            limits.step();
            if (isList(item)) {
                list(item, level + 1);
            } else {
                String mark = list.normalName().equals("ol") ? number++ + "." : "-";
                List<Element> inner =
                        item.children().stream().filter(HtmlDocument::isList).toList();
                HtmlHidden.retain(item, child -> !(child instanceof Element each && isList(each)));
                blocks.item(level, mark, item.text());
                inner.forEach(nested -> list(nested, level + 1));
            }
        }
        if (level == 0) {
            blocks.close();
        }
    }

    private static boolean isList(Element element) {
        return element.normalName().equals("ul") || element.normalName().equals("ol");
    }

    /** A table that holds blocks lays out the page. */
    private void table(Element table) {
        if (table.selectFirst("table table, h1, h2, h3, h4, ul, ol, pre") != null) {
            walk(table);
            return;
        }
        table.select("caption").forEach(caption -> blocks.paragraph(caption.text()));
        for (Element row : table.select("tr")) {
            limits.step();
            blocks.row(row.select("> th, > td").stream().map(Element::text).toList());
        }
        blocks.close();
    }

    /** Line breaks of the source are blanks, those of {@code br} stay. */
    private void endLine() {
        if (line.length() > 0) {
            blocks.paragraph(spaced(line.toString()));
            line.setLength(0);
        }
    }

    private static String spaced(String text) {
        String blanks = BLANKS.matcher(text).replaceAll(" ");
        return BREAKS.matcher(blanks).replaceAll("\n").strip();
    }
}
