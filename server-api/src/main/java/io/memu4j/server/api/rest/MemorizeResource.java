package io.memu4j.server.api.rest;

import io.memu4j.MemoryService;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.server.api.MemoryGate;
import io.memu4j.server.api.Permission;
import io.memu4j.server.api.RequestRefused;
import io.memu4j.server.api.job.Job;
import io.memu4j.server.api.job.Jobs;
import io.memu4j.server.api.view.MemorizeAnswer;
import io.memu4j.server.api.view.MemorizeInput;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes sources in. */
@Path("/v1/agents/{agent}/memorize")
@Produces(MediaType.APPLICATION_JSON)
public final class MemorizeResource {
    private final MemoryGate gate;
    private final Jobs jobs;
    private final Uploads uploads;

    MemorizeResource(MemoryGate gate, Jobs jobs, Uploads uploads) {
        this.gate = gate;
        this.jobs = jobs;
        this.uploads = uploads;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response memorize(
            @Context SecurityContext who,
            @Context UriInfo address,
            @PathParam("agent") String agent,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Prefer") @Nullable String prefer,
            @Nullable MemorizeInput input) {
        MemoryService memory = gate.open(who.getUserPrincipal(), agent, Permission.WRITE);
        return answer(memory, Bodies.required(input).request(key), prefer, address);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(
            @Context SecurityContext who,
            @Context UriInfo address,
            @PathParam("agent") String agent,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Prefer") @Nullable String prefer,
            List<EntityPart> parts)
            throws IOException {
        MemoryService memory = gate.open(who.getUserPrincipal(), agent, Permission.WRITE);
        return answer(memory, uploads.request(parts, key), prefer, address);
    }

    private Response answer(MemoryService memory, MemorizeRequest request, @Nullable String prefer, UriInfo address) {
        if (prefer == null) {
            return Response.ok(MemorizeAnswer.of(memory.memorize(request))).build();
        }
        if (!prefer.strip().toLowerCase(Locale.ROOT).equals("respond-async")) {
            throw RequestRefused.malformed("The header Prefer has an unknown value. Expected respond-async.");
        }
        Job job = jobs.start(memory, request);
        return Response.accepted(job.view())
                .location(address.getBaseUriBuilder()
                        .path(JobsResource.class)
                        .path(job.id())
                        .build(memory.scope().agentId()))
                .header("Preference-Applied", "respond-async")
                .build();
    }
}
