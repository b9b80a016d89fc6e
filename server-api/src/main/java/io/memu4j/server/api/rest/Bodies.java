package io.memu4j.server.api.rest;

import io.memu4j.server.api.RequestRefused;
import org.jspecify.annotations.Nullable;

/** What resources ask of bodies and parameters. */
final class Bodies {
    private Bodies() {}

    static <T> T required(@Nullable T body) {
        if (body == null) {
            throw RequestRefused.malformed("The body is missing. Expected a JSON object.");
        }
        return body;
    }

    static int limit(@Nullable String text, int usual) {
        if (text == null) {
            return usual;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw RequestRefused.malformed("The parameter 'limit' is no number. Expected 1 to 1000.");
        }
    }

    static boolean flag(String name, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw RequestRefused.malformed("The parameter '" + name + "' has another value than true and false.");
    }
}
