package io.memu4j.examples.ee;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;

/** Orders, which the memory hears of when they are stored. */
@Path("orders/{id}")
public class OrderResource {
    @Inject
    private Orders orders;

    /** Stores an order; {@code fail} rolls it back at the end. */
    @POST
    public String order(@PathParam("id") String id, @QueryParam("fail") @DefaultValue("false") boolean fail, String what)
            throws SQLException {
        return orders.place(id, what, fail);
    }

    /** Tells whether the order is stored. */
    @GET
    public boolean isStored(@PathParam("id") String id) throws SQLException {
        return orders.isStored(id);
    }
}
