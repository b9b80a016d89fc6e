package io.memu4j.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * What a reader of a web page does not see: scripts and the like, and what says of itself that it is hidden. Rules of style sheets are not
 * read.
 */
final class HtmlHidden {
    private static final Set<String> NEVER_SHOWN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "svg",
            "head",
            "select",
            "datalist",
            "button",
            "canvas",
            "audio",
            "video",
            "noframes",
            "noembed");
    private static final Pattern CSS_COMMENT_OR_BLANK = Pattern.compile("(?s)/\\*.*?(?:\\*/|$)|\\s+");

    private final Limits limits;

    HtmlHidden(Limits limits) {
        this.limits = limits;
    }

    /** Takes it out of the page, whatever it stands in. */
    void removeFrom(Element body) {
        Deque<Element> open = new ArrayDeque<>();
        open.add(body);
        while (!open.isEmpty()) {
            Element element = open.pop();
            limits.step();
            retain(element, child -> !isHidden(child));
            element.children().forEach(open::push);
        }
    }

    /** Takes all other children out at once: one by one would move those that stay every time. */
    static void retain(Element element, Predicate<Node> wanted) {
        List<Node> children = element.childNodes();
        List<Node> retained = children.stream().filter(wanted).toList();
        if (retained.size() < children.size()) {
            element.empty();
            element.insertChildren(0, retained);
        }
    }

    private static boolean isHidden(Node node) {
        if (!(node instanceof Element element)) {
            return false;
        }
        String name = element.normalName();
        return NEVER_SHOWN.contains(name)
                || element.hasAttr("hidden")
                || "true".equalsIgnoreCase(element.attr("aria-hidden").strip())
                || (name.equals("dialog") && !element.hasAttr("open"))
                || isHidden(element.attr("style"));
    }

    private static boolean isHidden(String style) {
        if (style.isEmpty()) {
            return false;
        }
        String plain = CSS_COMMENT_OR_BLANK.matcher(style).replaceAll("").toLowerCase(Locale.ROOT);
        return plain.contains("display:none")
                || plain.contains("visibility:hidden")
                || plain.contains("visibility:collapse");
    }
}
