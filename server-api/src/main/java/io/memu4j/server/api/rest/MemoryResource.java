package io.memu4j.server.api.rest;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.model.MemoryScope;
import io.memu4j.server.api.MemoryGate;
import io.memu4j.server.api.Permission;
import io.memu4j.server.api.view.CountsView;
import io.memu4j.server.api.view.ErasureView;
import io.memu4j.transfer.ExportOptions;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;

/** One memory as a whole. */
@Path("/v1/agents/{agent}")
public final class MemoryResource {
    private final MemoryGate gate;
    private final MemoryServiceFactory memories;

    MemoryResource(MemoryGate gate, MemoryServiceFactory memories) {
        this.gate = gate;
        this.memories = memories;
    }

    @GET
    @Path("statistics")
    @Produces(MediaType.APPLICATION_JSON)
    public CountsView statistics(@Context SecurityContext who, @PathParam("agent") String agent) {
        return CountsView.of(
                gate.open(who.getUserPrincipal(), agent, Permission.READ).counts());
    }

    /** Streams. A failure on the way breaks the connection off; the last line, which has the checksum, is then missing. */
    @GET
    @Path("export")
    @Produces("application/x-ndjson")
    public Response export(
            @Context SecurityContext who,
            @PathParam("agent") String agent,
            @QueryParam("vectors") @Nullable String vectors,
            @QueryParam("copies") @Nullable String copies) {
        MemoryScope scope = gate.scope(who.getUserPrincipal(), agent, Permission.READ);
        ExportOptions options = ExportOptions.scope(scope);
        options = Bodies.flag("vectors", vectors) ? options : options.withoutVectors();
        ExportOptions wanted = Bodies.flag("copies", copies) ? options : options.withoutCopies();
        StreamingOutput lines = out -> memories.transfer().exportTo(out, wanted);
        return Response.ok(lines, "application/x-ndjson")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"memory.jsonl\"")
                .build();
    }

    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    public ErasureView erase(@Context SecurityContext who, @PathParam("agent") String agent) {
        return ErasureView.of(
                memories.admin().eraseScope(gate.scope(who.getUserPrincipal(), agent, Permission.DELETE)));
    }
}
