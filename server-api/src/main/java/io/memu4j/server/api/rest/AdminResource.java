package io.memu4j.server.api.rest;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.MemoryAdmin;
import io.memu4j.model.MemoryScope;
import io.memu4j.server.api.MemoryGate;
import io.memu4j.server.api.Permission;
import io.memu4j.server.api.view.DoctorView;
import io.memu4j.server.api.view.EraseInput;
import io.memu4j.server.api.view.ErasureView;
import io.memu4j.server.api.view.HealthView;
import io.memu4j.server.api.view.ScopePage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The operations of an operator. Ids of users are in bodies: addresses end up in the logs of proxies. */
@Path("/v1/admin")
@Produces(MediaType.APPLICATION_JSON)
public final class AdminResource {
    private static final int USUAL_PAGE = 100;

    private final MemoryGate gate;
    private final MemoryServiceFactory memories;
    private final Consumer<String> erased;

    AdminResource(MemoryGate gate, MemoryServiceFactory memories, Consumer<String> erased) {
        this.gate = gate;
        this.memories = memories;
        this.erased = erased;
    }

    /** Ends the user's credentials first, so that nobody writes again with them while the memories are erased. */
    @POST
    @Path("erase")
    @Consumes(MediaType.APPLICATION_JSON)
    public ErasureView erase(@Context SecurityContext who, @Nullable EraseInput input) {
        MemoryAdmin admin = admin(who);
        String user = Bodies.required(input).checkedUser();
        erased.accept(user);
        return ErasureView.of(admin.eraseUser(user));
    }

    @GET
    @Path("scopes")
    public ScopePage scopes(
            @Context SecurityContext who,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        MemoryAdmin admin = admin(who);
        MemoryScope after = cursor == null ? null : ScopePage.scope(cursor);
        int most = Bodies.limit(limit, USUAL_PAGE);
        return ScopePage.of(admin.scopes(after, most), most);
    }

    @POST
    @Path("doctor")
    public DoctorView doctor(@Context SecurityContext who, @QueryParam("fix") @Nullable String fix) {
        MemoryAdmin admin = admin(who);
        return DoctorView.of(admin.doctor(Bodies.flag("fix", fix)));
    }

    @GET
    @Path("health")
    public HealthView health(@Context SecurityContext who) {
        return HealthView.of(admin(who).health());
    }

    private MemoryAdmin admin(SecurityContext who) {
        gate.caller(who.getUserPrincipal(), Permission.ADMIN);
        return memories.admin();
    }
}
