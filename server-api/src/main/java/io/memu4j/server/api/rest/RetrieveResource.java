package io.memu4j.server.api.rest;

import io.memu4j.server.api.MemoryGate;
import io.memu4j.server.api.Permission;
import io.memu4j.server.api.view.RetrieveAnswer;
import io.memu4j.server.api.view.RetrieveInput;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/** Answers questions. */
@Path("/v1/agents/{agent}/retrieve")
public final class RetrieveResource {
    private final MemoryGate gate;

    RetrieveResource(MemoryGate gate) {
        this.gate = gate;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public RetrieveAnswer retrieve(
            @Context SecurityContext who, @PathParam("agent") String agent, @Nullable RetrieveInput input) {
        var memory = gate.open(who.getUserPrincipal(), agent, Permission.READ);
        RetrieveInput question = Bodies.required(input);
        return RetrieveAnswer.of(memory.retrieve(question.request()), question.tokens());
    }
}
