package io.memu4j.server.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that is not carried out. The message is the {@code detail} of the answer: one or two sentences for a person, without memory text,
 * ids of users or keys.
 */
public final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String kind;
    private final transient Map<String, String> headers;

    private RequestRefused(int status, String kind, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.kind = kind;
        this.headers = Map.copyOf(headers);
    }

    /**
     * Returns a refusal.
     *
     * @param status the status of HTTP, 400 to 599
     * @param kind a short name that programs compare: lower case, words joined by hyphens
     * @param message what is wrong and what to do
     * @return the refusal
     */
    public static RequestRefused of(int status, String kind, String message) {
        return new RequestRefused(status, kind, message, Map.of());
    }

    /**
     * Returns the refusal of a request that cannot be understood.
     *
     * @param message what is wrong and what to do
     * @return a refusal with status 400
     */
    public static RequestRefused malformed(String message) {
        return of(400, "invalid-request", message);
    }

    /**
     * Returns the refusal of a caller without a valid credential.
     *
     * @param message what is wrong and what to do
     * @return a refusal with status 401
     */
    public static RequestRefused unauthenticated(String message) {
        return of(401, "unauthenticated", message).withHeader("WWW-Authenticate", "Bearer");
    }

    /**
     * Returns the refusal of what the credential does not allow.
     *
     * @param message what is wrong and what to do
     * @return a refusal with status 403
     */
    public static RequestRefused forbidden(String message) {
        return of(403, "forbidden", message);
    }

    /**
     * Returns the refusal of a caller without a permission.
     *
     * @param needed the permission
     * @return a refusal with status 403
     */
    public static RequestRefused lacking(Permission needed) {
        return of(403, "insufficient-scope", "This credential lacks the permission " + needed.scope() + ".")
                .withHeader(
                        "WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + needed.scope() + "\"");
    }

    /**
     * Returns the answer for a thing that the memory does not have. An id of another user counts as unknown.
     *
     * @param what the subject of the sentence, for example {@code item}
     * @return a refusal with status 404
     */
    public static RequestRefused notFound(String what) {
        return of(404, "not-found", "This memory has no such " + what + ".");
    }

    /**
     * Returns a copy with a header of the answer.
     *
     * @param name of the header
     * @param value of the header
     * @return the copy
     */
    public RequestRefused withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new RequestRefused(status, kind, String.valueOf(getMessage()), all);
    }

    /** {@return the status of HTTP} */
    public int status() {
        return status;
    }

    /** {@return the short name for programs} */
    public String kind() {
        return kind;
    }

    /** {@return headers of the answer; not modifiable} */
    public Map<String, String> headers() {
        return headers;
    }
}
