package io.memu4j.server.api.view;

import io.memu4j.model.Closing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a statement does not hold any more. */
public record ClosingView(String reason, @Nullable String supersededBy, Instant at) {
    static @Nullable ClosingView of(@Nullable Closing closing) {
        return closing == null ? null : new ClosingView(closing.reason(), closing.supersededBy(), closing.at());
    }
}
