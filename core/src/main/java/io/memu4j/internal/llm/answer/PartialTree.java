package io.memu4j.internal.llm.answer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Builds a tree token by token, and knows at any moment which part of it is complete. One thread. */
final class PartialTree {
    private static final int SAFE_DIGITS = 18;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A container that is still open; it joins its parent when it closes, or when it is salvaged. */
    private record Open(ContainerNode<?> node, String nameInParent) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private ContainerNode<?> root = NODES.objectNode();
    private String name = "";
    private boolean complete;

    boolean isComplete() {
        return complete;
    }

    /** Takes in the parser's current token. */
    void take(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        switch (token) {
            case FIELD_NAME -> name = parser.currentName();
            case START_OBJECT -> open.push(new Open(NODES.objectNode(), name));
            case START_ARRAY -> open.push(new Open(NODES.arrayNode(), name));
            case END_OBJECT, END_ARRAY -> close();
            default -> add(scalar(parser, token), name);
        }
    }

    /**
     * What is complete so far. An entry of a list that is still open is left out; an open object or list that is itself a field's value
     * stays with what it has.
     */
    JsonNode salvage() {
        while (!open.isEmpty()) {
            Open last = open.peek();
            boolean entryOfList = open.size() > 1 && parent() instanceof ArrayNode;
            if (entryOfList) {
                open.pop();
            } else {
                name = last.nameInParent();
                close();
            }
        }
        return root;
    }

    private ContainerNode<?> parent() {
        return open.stream().skip(1).findFirst().orElseThrow().node();
    }

    private void close() {
        Open closed = open.pop();
        if (open.isEmpty()) {
            root = closed.node();
            complete = true;
        } else {
            add(closed.node(), closed.nameInParent());
        }
    }

    private void add(JsonNode value, String field) {
        if (open.isEmpty()) {
            return;
        }
        ContainerNode<?> container = open.element().node();
        if (container instanceof ObjectNode object) {
            object.set(field, value);
        } else if (container instanceof ArrayNode array) {
            array.add(value);
        }
    }

    private static JsonNode scalar(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_NUMBER_INT ->
                parser.getTextLength() <= SAFE_DIGITS
                        ? NODES.numberNode(parser.getLongValue())
                        : NODES.numberNode(nearest(parser.getText()));
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(nearest(parser.getText()));
            default -> NODES.textNode(parser.getText());
        };
    }

    private static double nearest(String number) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) { // the lenient parser takes a lonely point for a number
            return Double.NaN;
        }
    }
}
