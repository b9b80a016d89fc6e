package io.memu4j.retrieve;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.value.Arguments;
import io.memu4j.internal.value.ValueFields;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A question to a memory, and how to answer it. Immutable. {@link #toString} does not show the question. */
public final class RetrieveRequest {
    /** The maximum length of a question, in UTF-16 units. */
    public static final int MAX_QUERY_LENGTH = 20_000;

    private final Fields fields;

    private RetrieveRequest(Fields fields) {
        this.fields = fields;
    }

    /**
     * Asks a question with default options.
     *
     * @param query not blank, at most {@link #MAX_QUERY_LENGTH} UTF-16 units
     * @return the request
     * @throws InvalidInputException if the question is blank or too long
     */
    public static RetrieveRequest of(String query) {
        return new RetrieveRequest(new Fields(checkedQuery(query)));
    }

    private static String checkedQuery(String query) {
        if (Arguments.required(query, "query").isBlank() || query.length() > MAX_QUERY_LENGTH) {
            throw new InvalidInputException("The query has " + query.strip().length() + " characters. Expected 1 to "
                    + MAX_QUERY_LENGTH + ", not blank.");
        }
        return query;
    }

    /**
     * Returns a copy with another question.
     *
     * @param query as in {@link #of}
     * @return the copy
     * @throws InvalidInputException if the question is blank or too long
     */
    public RetrieveRequest withQuery(String query) {
        String checked = checkedQuery(query);
        return copy(f -> f.query = checked);
    }

    /**
     * Returns a copy with the messages before the question. If there is a chat model, one call decides whether the question needs memory, and
     * rewrites it.
     *
     * @param earlier oldest first; may be empty
     * @return the copy
     */
    public RetrieveRequest withContext(List<ConversationMessage> earlier) {
        return copy(f -> f.context = Arguments.list(earlier, "earlier"));
    }

    /**
     * Returns a copy with another filter. {@link SearchFilter} says what a condition means for each list of the result.
     *
     * @param which replaces the filter of this request
     * @return the copy
     */
    public RetrieveRequest withFilter(SearchFilter which) {
        return copy(f -> f.filter = which);
    }

    /**
     * Returns a copy with another zone of local dates.
     *
     * @param newZone of the person who asks
     * @return the copy
     */
    public RetrieveRequest withZone(ZoneId newZone) {
        return copy(f -> f.zone = newZone);
    }

    /**
     * Returns a copy with another present time.
     *
     * @param reference the time that "yesterday" refers to
     * @return the copy
     */
    public RetrieveRequest withNow(ZonedDateTime reference) {
        return copy(f -> f.now = reference);
    }

    /**
     * Returns a copy that is answered with what held at a time, as far as is known, instead of now. {@link #now} stays the time that
     * "yesterday" refers to.
     *
     * @param time the time, in the zone of {@link #zone}; null for now
     * @return the copy
     */
    public RetrieveRequest withAsOf(@Nullable Instant time) {
        return copy(f -> f.asOf = time);
    }

    /**
     * Returns a copy that also finds statements that do not hold any more. Each is marked by {@link
     * io.memu4j.model.MemoryItem#closing} or {@link io.memu4j.model.MemoryItem#holds}, and stands behind the one that took its place.
     *
     * @param wanted whether to find them
     * @return the copy
     */
    public RetrieveRequest withHistory(boolean wanted) {
        return copy(f -> f.history = wanted);
    }

    /**
     * Returns a copy that asks for explanations: each row of the result names the signals that contributed to its score.
     *
     * @param wanted whether to explain
     * @return the copy
     */
    public RetrieveRequest withExplain(boolean wanted) {
        return copy(f -> f.explain = wanted);
    }

    /**
     * Returns a copy with another number of rows.
     *
     * @param rows per list of the result, 1 to 1000
     * @return the copy
     * @throws InvalidInputException if the number is out of range
     */
    public RetrieveRequest withTopK(int rows) {
        if (rows < 1 || rows > 1_000) {
            throw new InvalidInputException("topK is " + rows + ". Expected 1 to 1000.");
        }
        return copy(f -> f.topK = rows);
    }

    /**
     * Returns a copy whose filter accepts only items of these types. Replaces an earlier condition on types.
     *
     * @param any at least one of these types
     * @return the copy
     */
    public RetrieveRequest withTypes(MemoryType... any) {
        return withFilter(filter().withTypes(Set.copyOf(List.of(any))));
    }

    /**
     * Returns a copy whose filter accepts only memories with these attributes. Replaces an earlier condition on attributes.
     *
     * @param all names and values, all of which must be equal
     * @return the copy
     */
    public RetrieveRequest withAttributes(Map<String, String> all) {
        return withFilter(filter().withAttributes(all));
    }

    /**
     * Returns a copy whose filter accepts only memories of these categories. Replaces an earlier condition on categories.
     *
     * @param any names, compared without regard to case, or ids
     * @return the copy
     */
    public RetrieveRequest withCategories(String... any) {
        return withFilter(filter().withCategories(Set.copyOf(List.of(any))));
    }

    /**
     * Returns a copy whose filter accepts only memories from sources of these modalities. Replaces an earlier condition on modalities.
     *
     * @param any modalities of the source
     * @return the copy
     */
    public RetrieveRequest withModalities(Modality... any) {
        return withFilter(filter().withModalities(Set.copyOf(List.of(any))));
    }

    /**
     * Returns a copy whose filter accepts only memories from these sources. Replaces an earlier condition on resources.
     *
     * @param any source keys or ids
     * @return the copy
     */
    public RetrieveRequest withResources(String... any) {
        return withFilter(filter().withResources(Set.copyOf(List.of(any))));
    }

    /**
     * Returns a copy whose filter accepts only what these speakers said. Replaces an earlier condition on speakers.
     *
     * @param any names, compared without regard to case
     * @return the copy
     */
    public RetrieveRequest withSpeakers(String... any) {
        return withFilter(filter().withSpeakers(Set.copyOf(List.of(any))));
    }

    /**
     * Returns a copy whose filter accepts only what was said in a range of time. Replaces an earlier range.
     *
     * @param since the first instant in the range, or null for no bound
     * @param until the first instant after the range, or null for no bound
     * @return the copy
     */
    public RetrieveRequest withSaid(@Nullable Instant since, @Nullable Instant until) {
        return withFilter(filter().withSaid(new SaidRange(since, until)));
    }

    /**
     * Returns a copy whose filter accepts only what happened in a range of days. Replaces an earlier range.
     *
     * @param from the first local day in the range, or null for no bound
     * @param until the first local day after the range, or null for no bound
     * @return the copy
     */
    public RetrieveRequest withHappened(@Nullable LocalDate from, @Nullable LocalDate until) {
        return withFilter(filter().withHappened(new HappenedRange(from, until)));
    }

    /**
     * Returns a copy with another ranking.
     *
     * @param method who ranks; {@link RetrieveMethod#LLM} needs a chat model and costs one call
     * @return the copy
     */
    public RetrieveRequest withMethod(RetrieveMethod method) {
        return withModels(new ModelUse(method, models().decide(), models().checkSufficiency()));
    }

    /**
     * Returns a copy for which a chat model decides whether the question needs memory, and rewrites it. Costs one call. With a context this
     * happens anyway.
     *
     * @param wanted whether to decide
     * @return the copy
     */
    public RetrieveRequest withDecision(boolean wanted) {
        return withModels(new ModelUse(models().method(), wanted, models().checkSufficiency()));
    }

    /**
     * Returns a copy for which a chat model judges, after each list but the last, whether enough was found. Costs up to three calls.
     *
     * <p>If it is not enough, the model may name another question. Each new question costs one embedding call, and with
     * {@link RetrieveMethod#LLM} one more call to rank. One retrieve makes at most four of either in addition.
     *
     * @param wanted whether to judge
     * @return the copy
     */
    public RetrieveRequest withSufficiencyCheck(boolean wanted) {
        return withModels(new ModelUse(models().method(), models().decide(), wanted));
    }

    /**
     * Returns a copy with the budget of the prompt that the result is for. The result keeps enough rows to fill it, whatever {@link #topK}
     * shows, and {@link RetrieveResult#toPrompt()} renders it.
     *
     * @param tokens of the whole text, 1 to 100,000; 1,500 by default
     * @return the copy
     * @throws InvalidInputException if the number is out of range
     */
    public RetrieveRequest withPromptTokens(int tokens) {
        if (tokens < 1 || tokens > 100_000) {
            throw new InvalidInputException("promptTokens is " + tokens + ". Expected 1 to 100000.");
        }
        return copy(f -> f.promptTokens = tokens);
    }

    /**
     * Returns a copy that wants no answer rather than one that does not speak to the question: a result with a lower
     * {@link RetrieveResult#relevance} is empty.
     *
     * @param lowest 0 to 1; 0, the default, returns the best there is. {@link RetrieveResult#CONFIDENT} answers 95 of 100 questions that the
     *     memory can answer
     * @return the copy
     * @throws InvalidInputException if the number is out of range
     */
    public RetrieveRequest withMinRelevance(double lowest) {
        if (!(lowest >= 0 && lowest <= 1)) {
            throw new InvalidInputException("minRelevance is " + lowest + ". Expected 0 to 1.");
        }
        return copy(f -> f.minRelevance = lowest);
    }

    private RetrieveRequest withModels(ModelUse use) {
        return copy(f -> f.models = use);
    }

    /** {@return the question} */
    public String query() {
        return fields.query;
    }

    /** {@return the messages before the question, oldest first; not modifiable} */
    public List<ConversationMessage> context() {
        return fields.context;
    }

    /** {@return the rows per list of the result, or null for the configured number} */
    public @Nullable Integer topK() {
        return fields.topK;
    }

    /** {@return which memories may answer} */
    public SearchFilter filter() {
        return fields.filter;
    }

    /** {@return the zone of local dates in the question} */
    public ZoneId zone() {
        return fields.zone;
    }

    /** {@return the time that "yesterday" refers to, or null for the clock of the factory} */
    public @Nullable ZonedDateTime now() {
        return fields.now;
    }

    /** {@return the time at which statements must hold, or null for now} */
    public @Nullable Instant asOf() {
        return fields.asOf;
    }

    /** {@return whether statements that do not hold any more are found too} */
    public boolean history() {
        return fields.history;
    }

    /** {@return whether the result says why each row was found} */
    public boolean explain() {
        return fields.explain;
    }

    /** {@return the relevance below which the result is empty} */
    public double minRelevance() {
        return fields.minRelevance;
    }

    /** {@return the budget of the prompt that the result is for, in tokens} */
    public int promptTokens() {
        return fields.promptTokens;
    }

    /** {@return what a chat model does for this request} */
    public ModelUse models() {
        return fields.models;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RetrieveRequest that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "RetrieveRequest[" + query().length() + " characters]";
    }

    private RetrieveRequest copy(Consumer<Fields> change) {
        return new RetrieveRequest(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        String query;
        List<ConversationMessage> context = List.of();

        @Nullable
        Integer topK;

        SearchFilter filter = SearchFilter.ALL;
        ZoneId zone = ZoneOffset.UTC;

        @Nullable
        ZonedDateTime now;

        @Nullable
        Instant asOf;

        boolean history = false;
        boolean explain = false;
        double minRelevance = 0;
        int promptTokens = RetrieveResult.PROMPT_TOKENS;
        ModelUse models = ModelUse.USUAL;

        Fields(String query) {
            this.query = query;
        }

        @Override
        protected List<@Nullable Object> compared() {
            return Arrays.asList(
                    query,
                    context,
                    topK,
                    filter,
                    zone,
                    now,
                    asOf,
                    history,
                    explain,
                    minRelevance,
                    promptTokens,
                    models);
        }
    }
}
