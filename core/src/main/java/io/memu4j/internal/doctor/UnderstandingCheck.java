package io.memu4j.internal.doctor;

import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import io.memu4j.internal.understand.rules.LocalUnderstanding;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.spi.store.MemoryStore;
import java.util.List;

/** Counts the sources that earlier rules understood. Their items stay as they are until the sources are memorized again. */
final class UnderstandingCheck {
    private static final int BATCH = 500;

    private final MemoryStore store;

    UnderstandingCheck(MemoryStore store) {
        this.store = store;
    }

    List<Finding> run(List<MemoryScope> scopes) {
        long outdated = scopes.stream().mapToLong(this::outdated).sum();
        return outdated == 0
                ? List.of()
                : List.of(
                        Finding.of(
                                Area.UNDERSTANDING,
                                outdated + " sources were understood by an earlier version of the rules.",
                                "'memu memorize --again' with a source understands it anew. Until then its items stay as they are."));
    }

    private long outdated(MemoryScope scope) {
        long outdated = 0;
        PageRequest request = PageRequest.first(BATCH);
        while (true) {
            Page<Resource> page = store.in(scope).resources(ResourceFilter.ALL, request);
            outdated += page.rows().stream()
                    .filter(resource -> LocalUnderstanding.isOutdated(resource.fingerprint()))
                    .count();
            if (page.next() == null) {
                return outdated;
            }
            request = PageRequest.first(BATCH).after(page.next());
        }
    }
}
