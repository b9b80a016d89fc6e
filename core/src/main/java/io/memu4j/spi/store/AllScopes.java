package io.memu4j.spi.store;

import io.memu4j.admin.ScopeSummary;
import io.memu4j.model.MemoryScope;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every scope of a store or of a snapshot, read a page at a time as the stream goes on: {@code AllScopes.of(store::scopes)}. */
public final class AllScopes {
    private static final int PAGE = 500;

    private AllScopes() {}

    /** The scopes after one, or from the first on, at most so many: {@link MemoryStore#scopes}. */
    @FunctionalInterface
    public interface Pages {
        List<ScopeSummary> scopes(@Nullable MemoryScope after, int limit);
    }

    /** In the order of the pages; what is written meanwhile may or may not be among them. One small query a page. */
    public static Stream<ScopeSummary> of(Pages pages) {
        return Stream.iterate(
                        pages.scopes(null, PAGE),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE
                                ? List.<ScopeSummary>of()
                                : pages.scopes(page.get(page.size() - 1).scope(), PAGE))
                .flatMap(List::stream);
    }
}
