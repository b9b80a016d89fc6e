package io.memu4j.server.api.view;

import io.memu4j.admin.ScopeSummary;
import io.memu4j.model.MemoryScope;
import io.memu4j.server.api.RequestRefused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of memories, ordered by user and agent; {@code next} is the cursor of the following one, absent on the last. */
public record ScopePage(List<ScopeView> scopes, @Nullable String next) {
    /** Whose memory with which agent, and since when. */
    public record ScopeView(String user, String agent, Instant createdAt) {}

    /** The view of a page that was asked for with this limit. */
    public static ScopePage of(List<ScopeSummary> page, int limit) {
        return new ScopePage(
                page.stream()
                        .map(row ->
                                new ScopeView(row.scope().userId(), row.scope().agentId(), row.createdAt()))
                        .toList(),
                page.size() < limit ? null : cursor(page.get(page.size() - 1).scope()));
    }

    /** Reads a cursor. */
    public static MemoryScope scope(String cursor) {
        String[] parts = cursor.split("\\.", -1);
        try {
            if (parts.length == 2) {
                return new MemoryScope(decoded(parts[0]), decoded(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            throw unusable();
        }
        throw unusable();
    }

    private static RequestRefused unusable() {
        return RequestRefused.malformed("The parameter 'cursor' is not usable. Pass the 'next' of the page before.");
    }

    private static String cursor(MemoryScope scope) {
        return encoded(scope.userId()) + "." + encoded(scope.agentId());
    }

    private static String encoded(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
