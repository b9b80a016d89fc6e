package io.memu4j.server.http;

import io.memu4j.server.api.Caller;
import io.memu4j.server.api.RequestRefused;
import io.memu4j.server.credential.Credentials;
import io.memu4j.server.credential.Sessions;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds who sends a request: by the header Authorization, else by the cookie of the page, else the user the server was started for. */
final class Callers {
    private static final String BEARER = "Bearer ";

    private final List<Credentials> known;
    private final Sessions sessions;
    private final @Nullable Caller onOwnMachine;
    private final Address address;

    Callers(List<Credentials> known, Sessions sessions, @Nullable Caller onOwnMachine, Address address) {
        this.known = List.copyOf(known);
        this.sessions = sessions;
        this.onOwnMachine = onOwnMachine;
        this.address = address;
    }

    /** The caller, or a refusal. */
    Caller of(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null) {
            return verified(bearer(header))
                    .orElseThrow(() -> RequestRefused.unauthenticated(
                            "The credential is not valid: it is unknown, expired, revoked or not for this server."));
        }
        String cookie = cookie(request);
        if (cookie != null) {
            requireOwnPage(request);
            return sessions.bearer(cookie)
                    .flatMap(this::verified)
                    .orElseThrow(() -> RequestRefused.unauthenticated("The session has ended. Log in again."));
        }
        if (onOwnMachine != null) {
            return onOwnMachine;
        }
        throw RequestRefused.unauthenticated(
                "A credential is missing. Send a key or a token in the header Authorization: Bearer ...");
    }

    /** Whom a credential stands for. */
    Optional<Caller> verified(String bearer) {
        return known.stream().filter(some -> some.mayKnow(bearer)).findFirst().flatMap(some -> some.caller(bearer));
    }

    static String bearer(String header) {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw RequestRefused.unauthenticated("The header Authorization has another scheme than Bearer.");
        }
        return header.substring(BEARER.length()).strip();
    }

    /** A browser sends a cookie whoever made it send the request. */
    private void requireOwnPage(HttpServletRequest request) {
        if (!Gatekeeper.isReading(request) && !address.isFromOwnPage(request)) {
            throw RequestRefused.of(
                    403,
                    "foreign-origin",
                    "A session takes changes from its own page only. Send a key or a token instead.");
        }
    }

    @Nullable
    String cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(cookieName()))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    /** With the prefix, browsers take the cookie from a secure page alone, and for this host alone. */
    String cookieName() {
        return address.isSecure() ? "__Host-memu" : "memu";
    }
}
