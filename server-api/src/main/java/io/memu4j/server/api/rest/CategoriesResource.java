package io.memu4j.server.api.rest;

import io.memu4j.memory.Categories;
import io.memu4j.server.api.MemoryGate;
import io.memu4j.server.api.Permission;
import io.memu4j.server.api.RequestRefused;
import io.memu4j.server.api.view.CategoryList;
import io.memu4j.server.api.view.CategoryView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** The topics of one memory. */
@Path("/v1/agents/{agent}/categories")
@Produces(MediaType.APPLICATION_JSON)
public final class CategoriesResource {
    private final MemoryGate gate;

    CategoriesResource(MemoryGate gate) {
        this.gate = gate;
    }

    @GET
    public CategoryList list(@Context SecurityContext who, @PathParam("agent") String agent) {
        return CategoryList.of(categories(who, agent).list());
    }

    @GET
    @Path("{id}")
    public CategoryView get(
            @Context SecurityContext who, @PathParam("agent") String agent, @PathParam("id") String id) {
        return categories(who, agent)
                .get(id)
                .map(CategoryView::of)
                .orElseThrow(() -> RequestRefused.notFound("category"));
    }

    private Categories categories(SecurityContext who, String agent) {
        return gate.open(who.getUserPrincipal(), agent, Permission.READ).categories();
    }
}
