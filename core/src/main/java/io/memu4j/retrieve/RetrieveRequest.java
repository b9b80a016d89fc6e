package io.memu4j.retrieve;

import io.memu4j.error.InvalidInputException;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Message;
import io.memu4j.spi.search.SearchFilter;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question to a memory.
 *
 * @param query the question, not blank, at most {@link #MAX_QUERY_LENGTH} UTF-16 units
 * @param context what was said before it, oldest first; may be empty
 * @param topK rows per list of the result, 1 to 1000, or null for the configured number
 * @param filter which memories may answer
 * @param zone the zone of local dates
 * @param now what "yesterday" refers to, or null for the clock
 */
public record RetrieveRequest(
        String query,
        List<Message> context,
        @Nullable Integer topK,
        SearchFilter filter,
        ZoneId zone,
        @Nullable ZonedDateTime now) {
    /** The longest question, in UTF-16 units. */
    public static final int MAX_QUERY_LENGTH = 20_000;

    /** @throws InvalidInputException when a value is out of range */
    public RetrieveRequest {
        if (query.isBlank() || query.length() > MAX_QUERY_LENGTH) {
            throw new InvalidInputException("The query has " + query.strip().length() + " characters. Expected 1 to "
                    + MAX_QUERY_LENGTH + ", not blank.");
        }
        if (topK != null && (topK < 1 || topK > 1_000)) {
            throw new InvalidInputException("topK is " + topK + ". Expected 1 to 1000.");
        }
        context = List.copyOf(context);
    }

    /** That question, with everything else as usual. */
    public static RetrieveRequest of(String query) {
        return new RetrieveRequest(query, List.of(), null, SearchFilter.ALL, ZoneOffset.UTC, null);
    }

    public RetrieveRequest withContext(List<Message> earlier) {
        return new RetrieveRequest(query, earlier, topK, filter, zone, now);
    }

    public RetrieveRequest withTopK(int rows) {
        return new RetrieveRequest(query, context, rows, filter, zone, now);
    }

    public RetrieveRequest withTypes(MemoryType... any) {
        return new RetrieveRequest(query, context, topK, new SearchFilter(Set.of(any), filter.attributes()), zone, now);
    }

    public RetrieveRequest withAttributes(Map<String, String> all) {
        return new RetrieveRequest(query, context, topK, new SearchFilter(filter.types(), all), zone, now);
    }

    public RetrieveRequest withZone(ZoneId newZone) {
        return new RetrieveRequest(query, context, topK, filter, newZone, now);
    }

    public RetrieveRequest withNow(ZonedDateTime reference) {
        return new RetrieveRequest(query, context, topK, filter, zone, reference);
    }

    @Override
    public String toString() {
        return "RetrieveRequest[" + query.length() + " characters]";
    }
}
