package io.memu4j.server.api.rest;

import io.memu4j.memory.Resources;
import io.memu4j.model.Modality;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.server.api.MemoryGate;
import io.memu4j.server.api.Permission;
import io.memu4j.server.api.RequestRefused;
import io.memu4j.server.api.view.PassageList;
import io.memu4j.server.api.view.ResourcePage;
import io.memu4j.server.api.view.ResourceView;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sources of one memory. */
@Path("/v1/agents/{agent}/resources")
@Produces(MediaType.APPLICATION_JSON)
public final class SourcesResource {
    private final MemoryGate gate;

    SourcesResource(MemoryGate gate) {
        this.gate = gate;
    }

    @GET
    public ResourcePage list(
            @Context SecurityContext who,
            @PathParam("agent") String agent,
            @QueryParam("modality") List<String> modalities,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("order") @Nullable String order) {
        ResourceFilter filter = ResourceFilter.ALL.withModalities(
                modalities.stream().map(Modality::of).distinct().toArray(Modality[]::new));
        return ResourcePage.of(
                resources(who, agent, Permission.READ).list(filter, ItemsResource.page(cursor, limit, order)));
    }

    @GET
    @Path("{id}")
    public ResourceView get(
            @Context SecurityContext who, @PathParam("agent") String agent, @PathParam("id") String id) {
        return ResourceView.of(known(resources(who, agent, Permission.READ), id));
    }

    @GET
    @Path("{id}/passages")
    public PassageList passages(
            @Context SecurityContext who, @PathParam("agent") String agent, @PathParam("id") String id) {
        Resources resources = resources(who, agent, Permission.READ);
        known(resources, id);
        return PassageList.of(resources.passages(id));
    }

    /** The copy as bytes to save: whatever a browser makes of it, it does not show it. */
    @GET
    @Path("{id}/copy")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response copy(@Context SecurityContext who, @PathParam("agent") String agent, @PathParam("id") String id) {
        byte[] copy = resources(who, agent, Permission.READ)
                .copy(id)
                .orElseThrow(() -> RequestRefused.notFound("source with a copy"));
        return Response.ok(copy, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"source.bin\"")
                .build();
    }

    @DELETE
    @Path("{id}")
    public void delete(@Context SecurityContext who, @PathParam("agent") String agent, @PathParam("id") String id) {
        if (!resources(who, agent, Permission.DELETE).delete(id)) {
            throw RequestRefused.notFound("source");
        }
    }

    private Resources resources(SecurityContext who, String agent, Permission needed) {
        return gate.open(who.getUserPrincipal(), agent, needed).resources();
    }

    private static Resource known(Resources resources, String id) {
        return resources.get(id).orElseThrow(() -> RequestRefused.notFound("source"));
    }
}
