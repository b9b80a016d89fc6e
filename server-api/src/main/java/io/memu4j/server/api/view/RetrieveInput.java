package io.memu4j.server.api.view;

import io.memu4j.model.HappenedRange;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.SaidRange;
import io.memu4j.model.SearchFilter;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.server.api.RequestRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A question and how to answer it. {@code prompt_tokens} asks for the text for a prompt within that budget; 0 leaves it out. */
public record RetrieveInput(
        @Nullable String query,
        @Nullable Integer topK,
        @Nullable Integer promptTokens,
        @Nullable List<MessageInput> context,
        @Nullable List<String> types,
        @Nullable List<String> categories,
        @Nullable List<String> modalities,
        @Nullable List<String> resources,
        @Nullable List<String> speakers,
        @Nullable Map<String, String> attributes,
        @Nullable Instant saidSince,
        @Nullable Instant saidUntil,
        @Nullable LocalDate happenedFrom,
        @Nullable LocalDate happenedUntil,
        @Nullable OffsetDateTime now,
        @Nullable Instant asOf,
        @Nullable String zone,
        @Nullable Boolean history,
        @Nullable Boolean explain) {
    private static final int USUAL_TOKENS = 1_000;
    private static final int MOST_TOKENS = 100_000;

    /** The request of core. */
    public RetrieveRequest request() {
        RetrieveRequest request = RetrieveRequest.of(Present.required(query, "query"))
                .withFilter(filter())
                .withHistory(Boolean.TRUE.equals(history))
                .withExplain(Boolean.TRUE.equals(explain));
        if (tokens() > 0) {
            request = request.withPromptTokens(tokens());
        }
        if (topK != null) {
            request = request.withTopK(topK);
        }
        if (context != null) {
            request = request.withContext(MessageInput.all(context, "context"));
        }
        if (zone != null) {
            request = request.withZone(Zones.of(zone));
        }
        if (now != null) {
            request = request.withNow(now.toZonedDateTime());
        }
        return asOf == null ? request : request.withAsOf(asOf);
    }

    /** The budget of the text for a prompt. */
    public int tokens() {
        int tokens = promptTokens == null ? USUAL_TOKENS : promptTokens;
        if (tokens < 0 || tokens > MOST_TOKENS) {
            throw RequestRefused.malformed(
                    "The field 'prompt_tokens' is " + tokens + ". Expected 0 to " + MOST_TOKENS + ".");
        }
        return tokens;
    }

    private SearchFilter filter() {
        return SearchFilter.ALL
                .withTypes(Present.list(types, "types").stream()
                        .map(MemoryType::new)
                        .collect(Collectors.toSet()))
                .withCategories(Set.copyOf(Present.list(categories, "categories")))
                .withModalities(Present.list(modalities, "modalities").stream()
                        .map(Modality::of)
                        .collect(Collectors.toSet()))
                .withResources(Set.copyOf(Present.list(resources, "resources")))
                .withSpeakers(Set.copyOf(Present.list(speakers, "speakers")))
                .withAttributes(Present.map(attributes, "attributes"))
                .withSaid(new SaidRange(saidSince, saidUntil))
                .withHappened(new HappenedRange(happenedFrom, happenedUntil));
    }
}
