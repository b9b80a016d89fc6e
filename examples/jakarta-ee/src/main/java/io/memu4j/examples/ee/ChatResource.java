package io.memu4j.examples.ee;

import io.memu4j.MemoryService;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.Counts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** A chat that remembers what its user said. Without a model, the answer is what is remembered about the message. */
// region inject
@Path("chat")
@ApplicationScoped
public class ChatResource {
    @Inject
    private MemoryService memory;

    @POST
    public String chat(String message) {
        String remembered = memory.retrieve(message).toPrompt();
        memory.memorize(MemorizeRequest.append("chat", List.of(ConversationMessage.user(message))));
        return remembered.isEmpty() ? "Nothing comes to my mind." : remembered;
    }
    // endregion

    /** Tells how much is remembered about the user. */
    @GET
    public String size() {
        Counts counts = memory.counts();
        return counts.items() + " statements of " + counts.resources() + " sources";
    }

    /** Forgets the user. */
    @DELETE
    public void forget() {
        memory.clear();
    }
}
