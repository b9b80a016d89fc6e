package io.memu4j.internal.llm.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an answer that is written as XML into the tree that JSON would give. An element with elements of text alone becomes an entry of a list,
 * so that one item is a list as several are. Nothing is resolved or loaded.
 */
final class MarkupTree {
    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9_-]{0,40})(\\s[^<>]{0,400})?(/?)>");
    private static final int DEEPEST = 32;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private record Open(String name, ObjectNode fields, StringBuilder text) {
        Open(String name) {
            this(name, NODES.objectNode(), new StringBuilder());
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();

    private MarkupTree() {}

    /** Returns the elements of the answer below a root; an empty object for a text without elements. */
    static JsonNode of(String text) {
        MarkupTree tree = new MarkupTree();
        tree.open.push(new Open(""));
        Matcher tag = TAG.matcher(text);
        int from = 0;
        while (tag.find()) {
            tree.open.element().text().append(text, from, tag.start());
            from = tag.end();
            tree.take(tag.group(2), !tag.group(1).isEmpty(), !tag.group(4).isEmpty());
        }
        while (tree.open.size() > 1) {
            tree.close();
        }
        return tree.open.element().fields();
    }

    private void take(String name, boolean closes, boolean isEmpty) {
        if (!closes && !isEmpty && open.size() < DEEPEST) {
            open.push(new Open(name));
        } else if (closes && open.stream().anyMatch(element -> element.name().equals(name))) {
            while (!open.element().name().equals(name)) {
                close();
            }
            close();
        }
    }

    private void close() {
        Open closed = open.pop();
        ObjectNode parent = open.element().fields();
        boolean isText = closed.fields().isEmpty();
        boolean isEntry = !isText && isFlat(closed.fields());
        JsonNode value = isText ? NODES.textNode(plain(closed.text().toString())) : closed.fields();
        JsonNode known = parent.get(closed.name());
        if (known instanceof ArrayNode list) {
            list.add(value);
        } else if (known != null) {
            parent.set(closed.name(), NODES.arrayNode().add(known).add(value));
        } else {
            parent.set(closed.name(), isEntry ? NODES.arrayNode().add(value) : value);
        }
    }

    private static boolean isFlat(ObjectNode fields) {
        for (JsonNode value : fields) {
            boolean texts =
                    value.isTextual() || (value.isArray() && value.get(0).isTextual());
            if (!texts) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&")
                .strip();
    }
}
