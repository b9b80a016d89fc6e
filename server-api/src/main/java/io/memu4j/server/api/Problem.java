package io.memu4j.server.api;

import org.jspecify.annotations.Nullable;

/**
 * The body of a refusal, as {@code application/problem+json} (RFC 9457).
 *
 * @param type {@code urn:memu4j:problem:} and the short name that programs compare
 * @param title the reason of the status in a few words
 * @param status the status of HTTP
 * @param detail what is wrong and what to do, for a person
 * @param instance {@code urn:uuid:} and the id of the request, which the log has too; null where there is none
 */
public record Problem(String type, String title, int status, String detail, @Nullable String instance) {
    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "urn:memu4j:problem:";

    /**
     * Returns the problem that a refusal tells.
     *
     * @param refusal the refusal
     * @param requestId the id of the request, or null
     * @return the problem
     */
    public static Problem of(RequestRefused refusal, @Nullable String requestId) {
        return new Problem(
                TYPES + refusal.kind(),
                title(refusal.status()),
                refusal.status(),
                String.valueOf(refusal.getMessage()),
                requestId == null ? null : "urn:uuid:" + requestId);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 412 -> "Precondition Failed";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 421 -> "Misdirected Request";
            case 422 -> "Unprocessable Content";
            case 428 -> "Precondition Required";
            case 429 -> "Too Many Requests";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            default -> status < 500 ? "Request Refused" : "Internal Server Error";
        };
    }
}
