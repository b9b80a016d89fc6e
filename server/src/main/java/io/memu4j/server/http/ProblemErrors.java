package io.memu4j.server.http;

import io.memu4j.server.api.Problem;
import io.memu4j.server.api.RequestRefused;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What Jetty itself refuses is told as a problem too: no page, no cause, no stack trace. */
final class ProblemErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(Gatekeeper.body(refusal(code), null)), callback);
    }

    private static RequestRefused refusal(int code) {
        return switch (code) {
            case 400 -> RequestRefused.malformed("The request is not valid HTTP, or its address is ambiguous.");
            case 404 -> RequestRefused.of(404, "no-such-address", "There is nothing at this address.");
            case 405 -> RequestRefused.of(405, "method-not-allowed", "This address does not take this method.");
            case 408 -> RequestRefused.of(408, "too-slow", "The request came too slowly.");
            case 413 -> RequestRefused.of(413, "too-large", "The body is too large.");
            case 414, 431 -> RequestRefused.of(code, "too-large", "The address or the headers are too long.");
            case 503 ->
                RequestRefused.of(
                        503, "stopping", "The server is stopping or has too much to do. Repeat the request later.");
            default ->
                code >= 500
                        ? RequestRefused.of(code, "internal", "The server failed.")
                        : RequestRefused.of(code, "invalid-request", "The request cannot be understood.");
        };
    }
}
