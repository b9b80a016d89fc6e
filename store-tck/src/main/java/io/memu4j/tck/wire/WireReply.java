package io.memu4j.tck.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the server does with a request.
 *
 * @param status of the answer
 * @param headers of the answer, beside its length and type
 * @param body of the answer
 * @param before how long it thinks
 * @param manner how the answer goes out
 */
public record WireReply(int status, Map<String, String> headers, byte[] body, Duration before, Manner manner) {
    /** How an answer goes out. */
    public enum Manner {
        /** As a server should. */
        WHOLE,
        /** The connection is closed without an answer. */
        DROPPED,
        /** The connection is closed in the middle of the body. */
        TRUNCATED,
        /** Byte after byte, 20 in a second, so that the client is never idle for long. */
        TRICKLING
    }

    public WireReply {
        headers = Map.copyOf(headers);
    }

    /** An answer with that status and body. */
    public static WireReply of(int status, String body) {
        return new WireReply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), Duration.ZERO, Manner.WHOLE);
    }

    /** An error as OpenAI words it. */
    public static WireReply error(int status, String code, String message) {
        return of(status, "{\"error\":{\"message\":\"" + message + "\",\"type\":\"error\",\"code\":\"" + code + "\"}}");
    }

    /** No answer at all. */
    public static WireReply dropped() {
        return of(200, "").as(Manner.DROPPED);
    }

    public WireReply withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WireReply(status, more, body, before, manner);
    }

    public WireReply after(Duration time) {
        return new WireReply(status, headers, body, time, manner);
    }

    public WireReply as(Manner way) {
        return new WireReply(status, headers, body, before, way);
    }
}
