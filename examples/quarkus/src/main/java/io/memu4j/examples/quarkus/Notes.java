package io.memu4j.examples.quarkus;

import io.memu4j.MemoryService;
import io.memu4j.memorize.MemorizeRequest;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;

// region quarkus
/** Remembers what its users write, each in a memory of their own. */
@Path("/notes")
@Authenticated
public class Notes {
    private final MemoryService memory; // the memory of whoever has signed in

    @Inject
    public Notes(MemoryService memory) {
        this.memory = memory;
    }

    @POST
    public void remember(@RestQuery String title, String text) {
        memory.memorize(MemorizeRequest.text(title, text));
    }

    @GET
    public String recall(@RestQuery String question) {
        return memory.retrieve(question).toPrompt(400);
    }
}
// endregion
