package io.memu4j.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param status the status that HTTP gives it
 * @param body one line of JSON, or null where the message asks for no answer
 */
public record McpReply(int status, @Nullable String body) {
    static final McpReply NONE = new McpReply(202, null);

    /** Codes of JSON-RPC and of the protocol. */
    static final int PARSE = -32700;

    static final int INVALID = -32600;
    static final int NO_METHOD = -32601;
    static final int PARAMS = -32602;
    static final int INTERNAL = -32603;
    static final int HEADER = -32020;
    static final int REVISION = -32022;

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    /** Returns an error of one sentence, without what failed inside. */
    static McpReply refused(ObjectMapper json, @Nullable JsonNode id, int code, String sentence) {
        ObjectNode message = message(json, id);
        message.putObject("error").put("code", code).put("message", sentence);
        boolean unread = code == PARSE || code == INVALID || code == HEADER;
        return new McpReply(unread ? BAD_REQUEST : OK, message.toString());
    }

    /** Returns the beginning of an answer to the request with this id, null where it could not be read. */
    static ObjectNode message(ObjectMapper json, @Nullable JsonNode id) {
        ObjectNode message = json.createObjectNode().put("jsonrpc", "2.0");
        message.set("id", id);
        return message;
    }

    McpReply withStatus(int other) {
        return new McpReply(other, body);
    }

    /** Returns the kind of answer, never the text. */
    @Override
    public String toString() {
        return "McpReply[" + status + "]";
    }
}
