package io.memu4j.importer.memu;

import io.memu4j.importer.memu.MemuReport.Loss;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what cannot come over as it was. One thread. */
final class Losses {
    private final Map<Key, Long> counts = new LinkedHashMap<>();

    private record Key(String userId, String agentId, String what) {}

    void add(@Nullable String userId, @Nullable String agentId, String what) {
        add(userId, agentId, what, 1);
    }

    void add(@Nullable String userId, @Nullable String agentId, String what, long rows) {
        if (rows > 0) {
            counts.merge(new Key(userId == null ? "" : userId, agentId == null ? "" : agentId, what), rows, Long::sum);
        }
    }

    List<Loss> all() {
        return counts.entrySet().stream()
                .map(count -> new Loss(
                        count.getKey().userId(),
                        count.getKey().agentId(),
                        count.getKey().what(),
                        count.getValue()))
                .toList();
    }
}
