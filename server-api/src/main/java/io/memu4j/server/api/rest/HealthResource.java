package io.memu4j.server.api.rest;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.server.api.view.ProbeView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What a supervisor asks without a credential. Says up or down and nothing else. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
    private final MemoryServiceFactory memories;

    HealthResource(MemoryServiceFactory memories) {
        this.memories = memories;
    }

    /** The process answers. */
    @GET
    @Path("healthz")
    public ProbeView alive() {
        return new ProbeView("up");
    }

    /** The database answers too. */
    @GET
    @Path("readyz")
    public Response ready() {
        boolean up = memories.admin().health().isUp();
        return Response.status(up ? 200 : 503)
                .entity(new ProbeView(up ? "up" : "down"))
                .build();
    }
}
