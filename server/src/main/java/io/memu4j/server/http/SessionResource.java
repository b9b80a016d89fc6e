package io.memu4j.server.http;

import io.memu4j.server.api.Caller;
import io.memu4j.server.api.Permission;
import io.memu4j.server.api.RequestRefused;
import io.memu4j.server.credential.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who I am, and the session of the page. */
@Path("/v1/session")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {
    private final Callers callers;
    private final Sessions sessions;
    private final boolean secure;

    SessionResource(Callers callers, Sessions sessions, boolean secure) {
        this.callers = callers;
        this.sessions = sessions;
        this.secure = secure;
    }

    /** Whom a credential stands for. */
    public record SessionView(@Nullable String user, List<String> agents, List<String> permissions) {
        static SessionView of(Caller caller) {
            return new SessionView(
                    caller.user(),
                    caller.agents().stream().sorted().toList(),
                    caller.permissions().stream()
                            .sorted()
                            .map(Permission::scope)
                            .toList());
        }
    }

    @GET
    public SessionView get(@Context SecurityContext who) {
        return SessionView.of(caller(who));
    }

    /** Begins a session for the credential in the header Authorization. */
    @POST
    public Response begin(
            @Context SecurityContext who, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String header) {
        if (header == null) {
            throw RequestRefused.malformed("A session begins with a key or a token in the header Authorization.");
        }
        return Response.ok(SessionView.of(caller(who)))
                .cookie(cookie(sessions.begin(Callers.bearer(header)), NewCookie.DEFAULT_MAX_AGE))
                .build();
    }

    @DELETE
    public Response end(@Context HttpServletRequest request) {
        String cookie = callers.cookie(request);
        if (cookie != null) {
            sessions.end(cookie);
        }
        return Response.noContent().cookie(cookie("", 0)).build();
    }

    private NewCookie cookie(String value, int age) {
        return new NewCookie.Builder(callers.cookieName())
                .value(value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    private static Caller caller(SecurityContext who) {
        if (who.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw RequestRefused.unauthenticated("A credential is missing.");
    }
}
