package io.memu4j.server.http;

import java.time.Duration;

/**
 * How much one caller may ask, and how long a request may be.
 *
 * @param requestsPerMinute requests of one credential
 * @param memorizesPerMinute sources that one credential may send, of those requests
 * @param atOnce requests of one credential that are carried out at the same time
 * @param longestJson bytes of a JSON body
 * @param longestUpload bytes of an uploaded file
 * @param idle how long a connection may be silent
 */
public record Limits(
        int requestsPerMinute, int memorizesPerMinute, int atOnce, int longestJson, int longestUpload, Duration idle) {
    /** Enough for an agent, too little for a flood. */
    public static final Limits USUAL = new Limits(600, 120, 16, 4 << 20, 32 << 20, Duration.ofSeconds(30));

    private static final int FRAME = 64 << 10;

    /** The most bytes of any body: an upload with what frames it. */
    long longestBody() {
        return Math.max(longestJson, (long) longestUpload + longestJson) + FRAME;
    }

    /** A copy with other numbers of requests. */
    public Limits withRequests(int perMinute, int memorizes, int simultaneous) {
        return new Limits(perMinute, memorizes, simultaneous, longestJson, longestUpload, idle);
    }

    /** A copy with other lengths. */
    public Limits withLengths(int json, int upload) {
        return new Limits(requestsPerMinute, memorizesPerMinute, atOnce, json, upload, idle);
    }

    /** A copy with another time of silence. */
    public Limits withIdle(Duration silence) {
        return new Limits(requestsPerMinute, memorizesPerMinute, atOnce, longestJson, longestUpload, silence);
    }
}
