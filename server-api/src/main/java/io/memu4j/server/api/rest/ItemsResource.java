package io.memu4j.server.api.rest;

import io.memu4j.MemoryService;
import io.memu4j.memory.Items;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.PageRequest;
import io.memu4j.server.api.MemoryGate;
import io.memu4j.server.api.Permission;
import io.memu4j.server.api.RequestRefused;
import io.memu4j.server.api.view.CloseInput;
import io.memu4j.server.api.view.EventList;
import io.memu4j.server.api.view.ItemPage;
import io.memu4j.server.api.view.ItemPatch;
import io.memu4j.server.api.view.ItemView;
import io.memu4j.server.api.view.NewItemInput;
import io.memu4j.server.api.view.PassageList;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The statements of one memory. */
@Path("/v1/agents/{agent}/items")
@Produces(MediaType.APPLICATION_JSON)
public final class ItemsResource {
    private static final int USUAL_PAGE = 50;
    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

    private final MemoryGate gate;

    ItemsResource(MemoryGate gate) {
        this.gate = gate;
    }

    @GET
    public ItemPage list(
            @Context SecurityContext who,
            @PathParam("agent") String agent,
            @QueryParam("type") List<String> types,
            @QueryParam("category") @Nullable String category,
            @QueryParam("resource") @Nullable String resource,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("order") @Nullable String order) {
        Items items = items(who, agent, Permission.READ);
        ItemFilter filter = ItemFilter.ALL.withTypes(
                types.stream().map(MemoryType::new).distinct().toArray(MemoryType[]::new));
        if (category != null) {
            filter = filter.withCategory(category);
        }
        if (resource != null) {
            filter = filter.withResource(resource);
        }
        return ItemPage.of(items.list(filter, page(cursor, limit, order)));
    }

    static PageRequest page(@Nullable String cursor, @Nullable String limit, @Nullable String order) {
        if (order != null && !order.equals("oldest") && !order.equals("newest")) {
            throw RequestRefused.malformed("The parameter 'order' has another value than oldest and newest.");
        }
        return new PageRequest(cursor, Bodies.limit(limit, USUAL_PAGE), "newest".equals(order));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(
            @Context SecurityContext who,
            @Context UriInfo address,
            @PathParam("agent") String agent,
            @Nullable NewItemInput input) {
        MemoryItem item = items(who, agent, Permission.WRITE)
                .create(Bodies.required(input).item());
        return answer(item)
                .location(address.getAbsolutePathBuilder().path(item.id()).build())
                .build();
    }

    @GET
    @Path("{id}")
    public Response get(
            @Context SecurityContext who,
            @Context Request request,
            @PathParam("agent") String agent,
            @PathParam("id") String id) {
        MemoryItem item = known(items(who, agent, Permission.READ), id);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag(item));
        return (unchanged == null ? answer(item) : unchanged).build();
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response update(
            @Context SecurityContext who,
            @PathParam("agent") String agent,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match,
            @Nullable ItemPatch patch) {
        Items items = items(who, agent, Permission.WRITE);
        known(items, id);
        return answer(items.update(id, Bodies.required(patch).update(version(match))))
                .build();
    }

    /** Without a version that can exist, no version matches. */
    private static long version(@Nullable String match) {
        if (match == null) {
            throw RequestRefused.of(
                    428,
                    "version-required",
                    "The header If-Match is missing. Send the ETag of the statement that you read.");
        }
        var version = VERSION.matcher(match.strip());
        return version.matches() ? Long.parseLong(version.group(1)) : -1;
    }

    @DELETE
    @Path("{id}")
    public void delete(@Context SecurityContext who, @PathParam("agent") String agent, @PathParam("id") String id) {
        if (!items(who, agent, Permission.DELETE).delete(id)) {
            throw RequestRefused.notFound("statement");
        }
    }

    @GET
    @Path("{id}/history")
    public EventList history(
            @Context SecurityContext who, @PathParam("agent") String agent, @PathParam("id") String id) {
        var events = items(who, agent, Permission.READ).history(id);
        if (events.isEmpty()) {
            throw RequestRefused.notFound("statement");
        }
        return EventList.of(events);
    }

    @GET
    @Path("{id}/passages")
    public PassageList passages(
            @Context SecurityContext who, @PathParam("agent") String agent, @PathParam("id") String id) {
        Items items = items(who, agent, Permission.READ);
        known(items, id);
        return PassageList.of(items.passages(id));
    }

    @POST
    @Path("{id}/reopen")
    public Response reopen(@Context SecurityContext who, @PathParam("agent") String agent, @PathParam("id") String id) {
        return answer(items(who, agent, Permission.WRITE).reopen(id)).build();
    }

    @POST
    @Path("{id}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response close(
            @Context SecurityContext who,
            @PathParam("agent") String agent,
            @PathParam("id") String id,
            @Nullable CloseInput input) {
        return answer(items(who, agent, Permission.WRITE)
                        .close(id, Bodies.required(input).supersededBy()))
                .build();
    }

    private Items items(SecurityContext who, String agent, Permission needed) {
        MemoryService memory = gate.open(who.getUserPrincipal(), agent, needed);
        return memory.items();
    }

    private static MemoryItem known(Items items, String id) {
        return items.get(id).orElseThrow(() -> RequestRefused.notFound("statement"));
    }

    private static Response.ResponseBuilder answer(MemoryItem item) {
        return Response.ok(ItemView.of(item)).tag(tag(item));
    }

    private static EntityTag tag(MemoryItem item) {
        return new EntityTag(Long.toString(item.version()));
    }
}
