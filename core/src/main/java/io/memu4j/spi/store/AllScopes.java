package io.memu4j.spi.store;

import io.memu4j.admin.ScopeSummary;
import io.memu4j.model.MemoryScope;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads all scopes of a store or a snapshot, page by page while the stream is consumed: {@code AllScopes.of(store::scopes)}. */
public final class AllScopes {
    private static final int PAGE = 500;

    private AllScopes() {}

    /** Reads one page of scopes, as {@link MemoryStore#scopes} does. */
    @FunctionalInterface
    public interface Pages {
        /**
         * Returns one page.
         *
         * @param after where to continue, exclusive, or null for the beginning
         * @param limit the maximum number of scopes, from 1
         * @return the page, ordered by user id and then agent id
         */
        List<ScopeSummary> scopes(@Nullable MemoryScope after, int limit);
    }

    /**
     * Returns all scopes in the order of the pages. Scopes written meanwhile may be missing. One small query per page.
     *
     * @param pages reads a page
     * @return a lazy stream
     */
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
