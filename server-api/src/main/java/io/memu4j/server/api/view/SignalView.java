package io.memu4j.server.api.view;

import io.memu4j.retrieve.SignalShare;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one signal contributed to a score. */
public record SignalView(String signal, double strength, double share) {
    /** Null where nobody asked for them. */
    static @Nullable List<SignalView> all(List<SignalShare> shares) {
        return shares.isEmpty()
                ? null
                : shares.stream()
                        .map(share -> new SignalView(share.signal().key(), share.strength(), share.share()))
                        .toList();
    }
}
