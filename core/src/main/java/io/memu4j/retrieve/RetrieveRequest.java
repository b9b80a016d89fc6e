package io.memu4j.retrieve;

import io.memu4j.error.InvalidInputException;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.HappenedRange;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.SaidRange;
import io.memu4j.model.SearchFilter;
import java.time.Instant;
import java.time.LocalDate;
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
 * @param explain whether the result says why each row was found
 * @param models what a chat model does for it
 */
public record RetrieveRequest(
        String query,
        List<ConversationMessage> context,
        @Nullable Integer topK,
        SearchFilter filter,
        ZoneId zone,
        @Nullable ZonedDateTime now,
        boolean explain,
        ModelUse models) {
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
        return new RetrieveRequest(
                query, List.of(), null, SearchFilter.ALL, ZoneOffset.UTC, null, false, ModelUse.USUAL);
    }

    /** What was said before. With a chat model, it decides in one call whether the question needs memory, and puts it anew. */
    public RetrieveRequest withContext(List<ConversationMessage> earlier) {
        return new RetrieveRequest(query, earlier, topK, filter, zone, now, explain, models);
    }

    public RetrieveRequest withTopK(int rows) {
        return new RetrieveRequest(query, context, rows, filter, zone, now, explain, models);
    }

    /** Restricts what may be found; {@link SearchFilter} says what a condition means for each list of the result. */
    public RetrieveRequest withFilter(SearchFilter newFilter) {
        return new RetrieveRequest(query, context, topK, newFilter, zone, now, explain, models);
    }

    /** Has every row of the result say which signals spoke for it, and how much. */
    public RetrieveRequest withExplain(boolean wanted) {
        return new RetrieveRequest(query, context, topK, filter, zone, now, wanted, models);
    }

    public RetrieveRequest withTypes(MemoryType... any) {
        return withFilter(filter.withTypes(Set.copyOf(List.of(any))));
    }

    public RetrieveRequest withAttributes(Map<String, String> all) {
        return withFilter(filter.withAttributes(all));
    }

    /** Names, compared without regard to case, or ids. */
    public RetrieveRequest withCategories(String... any) {
        return withFilter(filter.withCategories(Set.copyOf(List.of(any))));
    }

    public RetrieveRequest withModalities(Modality... any) {
        return withFilter(filter.withModalities(Set.copyOf(List.of(any))));
    }

    /** Source keys or ids. */
    public RetrieveRequest withResources(String... any) {
        return withFilter(filter.withResources(Set.copyOf(List.of(any))));
    }

    /** Names, compared without regard to case. */
    public RetrieveRequest withSpeakers(String... any) {
        return withFilter(filter.withSpeakers(Set.copyOf(List.of(any))));
    }

    /** The first moment within and the first after; null for no bound. */
    public RetrieveRequest withSaid(@Nullable Instant since, @Nullable Instant until) {
        return withFilter(filter.withSaid(new SaidRange(since, until)));
    }

    /** The first local day within and the first after; null for no bound. */
    public RetrieveRequest withHappened(@Nullable LocalDate from, @Nullable LocalDate until) {
        return withFilter(filter.withHappened(new HappenedRange(from, until)));
    }

    public RetrieveRequest withZone(ZoneId newZone) {
        return new RetrieveRequest(query, context, topK, filter, newZone, now, explain, models);
    }

    public RetrieveRequest withNow(ZonedDateTime reference) {
        return new RetrieveRequest(query, context, topK, filter, zone, reference, explain, models);
    }

    /** Who ranks; {@link RetrieveMethod#LLM} takes a chat model. */
    public RetrieveRequest withMethod(RetrieveMethod method) {
        return withModels(new ModelUse(method, models.decide(), models.checkSufficiency()));
    }

    /** Has a chat model decide whether memory is needed and put the question anew, also without a context; one call. */
    public RetrieveRequest withDecision(boolean wanted) {
        return withModels(new ModelUse(models.method(), wanted, models.checkSufficiency()));
    }

    /**
     * Has a chat model judge after each list but the last whether that is enough; up to three calls. Where it is not, the model may name
     * another question to go on with: each new one costs one embedding call more, and with {@link RetrieveMethod#LLM} one more to order. That
     * is at most four of either, beside the three, for one retrieve.
     */
    public RetrieveRequest withSufficiencyCheck(boolean wanted) {
        return withModels(new ModelUse(models.method(), models.decide(), wanted));
    }

    private RetrieveRequest withModels(ModelUse use) {
        return new RetrieveRequest(query, context, topK, filter, zone, now, explain, use);
    }

    @Override
    public String toString() {
        return "RetrieveRequest[" + query.length() + " characters]";
    }
}
