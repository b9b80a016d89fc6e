package io.memu4j.server.http;

import io.memu4j.server.api.Caller;
import io.memu4j.server.api.Problem;
import io.memu4j.server.api.Refusals;
import io.memu4j.server.api.RequestRefused;
import io.memu4j.server.api.json.JsonFormat;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stands before everything: refuses foreign hosts and origins, finds the caller, and keeps the limits. */
final class Gatekeeper extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> PROBES = Set.of("/healthz", "/readyz");
    private static final String PAGE = "/ui/";
    private static final String CSP_API = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
    private static final String CSP_PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script';"
                    + " trusted-types 'none'";

    private final transient Address address;
    private final transient Callers callers;
    private final transient Budgets budgets;
    private final long longestBody;

    Gatekeeper(Address address, Callers callers, Limits limits) {
        this.address = address;
        this.callers = callers;
        this.budgets = new Budgets(limits);
        this.longestBody = limits.longestBody();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        boolean page = path.startsWith(PAGE) || path.equals("/ui");
        setHeaders(response, page);
        try {
            if (PROBES.contains(path)) {
                chain.doFilter(request, response);
                return;
            }
            requireOwnAddress(request, page);
            requireShort(request);
            if (page) {
                chain.doFilter(request, response);
                return;
            }
            Caller caller = callers.of(request);
            pass(caller, request, response, chain);
        } catch (RequestRefused e) {
            refuse(response, e);
        }
    }

    private void pass(Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean memorize =
                "POST".equals(request.getMethod()) && request.getRequestURI().endsWith("/memorize");
        Place place = new Place(budgets.enter(caller.subject(), memorize));
        try {
            chain.doFilter(new CalledRequest(request, caller, longestBody), response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(place);
            } else {
                place.leave();
            }
        }
    }

    private void requireOwnAddress(HttpServletRequest request, boolean page) {
        if (!address.isHost(request.getHeader("Host"))) {
            throw RequestRefused.of(
                    421,
                    "foreign-host",
                    "The header Host names another server. Use the address that the server printed at its start, or start"
                            + " it with --public-url.");
        }
        String origin = request.getHeader("Origin");
        boolean foreign = origin == null
                ? "cross-site".equals(request.getHeader("Sec-Fetch-Site")) && !(page && isReading(request))
                : !address.isOrigin(origin);
        if (foreign) {
            throw RequestRefused.of(403, "foreign-origin", "A page of another site sent this request.");
        }
    }

    static boolean isReading(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    private void requireShort(HttpServletRequest request) {
        if (request.getContentLengthLong() > longestBody) {
            throw CalledRequest.tooLong(longestBody);
        }
    }

    private static void setHeaders(HttpServletResponse response, boolean page) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cache-Control", page ? "no-cache" : "no-store");
        response.setHeader("Content-Security-Policy", page ? CSP_PAGE : CSP_API);
    }

    static void refuse(HttpServletResponse response, Throwable failure) throws IOException {
        String id = UUID.randomUUID().toString();
        RequestRefused refused = Refusals.of(failure, id);
        response.setStatus(refused.status());
        response.setContentType(Problem.MEDIA_TYPE);
        refused.headers().forEach(response::setHeader);
        response.getOutputStream().write(body(refused, id));
    }

    static byte[] body(RequestRefused refused, @Nullable String id) {
        return JsonFormat.bytes(Problem.of(refused, id));
    }
}
