package io.memu4j.server.api.view;

import io.memu4j.model.MemoryScope;
import org.jspecify.annotations.Nullable;

/** The user to erase. */
public record EraseInput(@Nullable String user) {
    /** The id of the user. */
    public String checkedUser() {
        return new MemoryScope(Present.required(user, "user"), "any").userId();
    }
}
