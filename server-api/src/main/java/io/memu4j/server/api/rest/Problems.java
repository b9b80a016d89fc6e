package io.memu4j.server.api.rest;

import io.memu4j.server.api.Problem;
import io.memu4j.server.api.Refusals;
import io.memu4j.server.api.RequestRefused;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.UUID;

/** Answers every failure with a problem; nothing else of it leaves the server. */
@Provider
public final class Problems implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable failure) {
        String id = UUID.randomUUID().toString();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestRefused refused) { // a reader of the container may have wrapped it
                return response(refused, id);
            }
        }
        if (failure instanceof WebApplicationException e && e.getResponse().getStatus() < 500) {
            return response(refused(e), id);
        }
        if (failure instanceof IOException) { // files of ours fail as StoreException
            return response(RequestRefused.of(400, "broken-off", "The body came too slowly or broke off."), id);
        }
        return response(Refusals.of(failure, id), id);
    }

    private static Response response(RequestRefused refused, String id) {
        Response.ResponseBuilder response =
                Response.status(refused.status()).type(Problem.MEDIA_TYPE).entity(Problem.of(refused, id));
        refused.headers().forEach(response::header);
        return response.build();
    }

    private static RequestRefused refused(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 404 -> RequestRefused.of(404, "no-such-address", "There is nothing at this address.");
            case 405 -> {
                String allowed = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
                yield RequestRefused.of(405, "method-not-allowed", "This address does not take this method.")
                        .withHeader(HttpHeaders.ALLOW, allowed == null ? "" : allowed);
            }
            case 406 ->
                RequestRefused.of(
                        406,
                        "not-acceptable",
                        "No media type in the header Accept can be answered here. Leave it out.");
            case 415 ->
                RequestRefused.of(
                        415,
                        "unsupported-media-type",
                        "The header Content-Type does not fit this address. Expected application/json in most cases.");
            default -> RequestRefused.of(Math.max(status, 400), "invalid-request", "The request cannot be understood.");
        };
    }
}
