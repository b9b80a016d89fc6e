package io.memu4j.server.api.rest;

import io.memu4j.server.api.MemoryGate;
import io.memu4j.server.api.Permission;
import io.memu4j.server.api.RequestRefused;
import io.memu4j.server.api.job.Job;
import io.memu4j.server.api.job.JobView;
import io.memu4j.server.api.job.Jobs;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** The jobs of one memory. */
@Path("/v1/agents/{agent}/jobs")
public final class JobsResource {
    private final MemoryGate gate;
    private final Jobs jobs;

    JobsResource(MemoryGate gate, Jobs jobs) {
        this.gate = gate;
        this.jobs = jobs;
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public JobView get(@Context SecurityContext who, @PathParam("agent") String agent, @PathParam("id") String id) {
        return job(who, agent, id).view();
    }

    /** One event for each state, and the end of the stream after the last. */
    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(
            @Context SecurityContext who,
            @PathParam("agent") String agent,
            @PathParam("id") String id,
            @Context SseEventSink sink,
            @Context Sse sse) {
        Job job = job(who, agent, id);
        new JobEvents(job, sink, sse).begin();
    }

    /** Answers the state: cancelled, or another one if it was too late. */
    @DELETE
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public JobView cancel(@Context SecurityContext who, @PathParam("agent") String agent, @PathParam("id") String id) {
        Job job = job(who, agent, id);
        job.cancel();
        return job.view();
    }

    private Job job(SecurityContext who, String agent, String id) {
        return jobs.find(id, gate.scope(who.getUserPrincipal(), agent, Permission.WRITE))
                .orElseThrow(() -> RequestRefused.notFound("job"));
    }
}
