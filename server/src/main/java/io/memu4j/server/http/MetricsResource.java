package io.memu4j.server.http;

import io.memu4j.server.api.MemoryGate;
import io.memu4j.server.api.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.function.Supplier;

/** Metrics of the process, for operators. They are of all users together. */
@Path("/metrics")
public final class MetricsResource {
    private final MemoryGate gate;
    private final Supplier<String> text;
    private final boolean forOneUser;

    /**
     * Creates the resource.
     *
     * @param gate knows the caller
     * @param text the metrics in the text format of Prometheus
     * @param forOneUser whether the server serves one user of this machine without a credential, who may read them
     */
    public MetricsResource(MemoryGate gate, Supplier<String> text, boolean forOneUser) {
        this.gate = gate;
        this.text = text;
        this.forOneUser = forOneUser;
    }

    /** Returns the present values. */
    @GET
    @Produces("text/plain; version=0.0.4; charset=utf-8")
    public String metrics(@Context SecurityContext who) {
        if (!forOneUser) {
            gate.caller(who.getUserPrincipal(), Permission.ADMIN);
        }
        return text.get();
    }
}
