package io.memu4j.internal.memorize;

import io.memu4j.internal.category.CategorySummarizer;
import io.memu4j.internal.ingest.TextCost;
import io.memu4j.internal.llm.CallEstimate;
import io.memu4j.internal.understand.MissingRange;
import io.memu4j.internal.understand.PassagePosition;
import io.memu4j.internal.understand.Statement;
import io.memu4j.internal.understand.Understanding;
import io.memu4j.internal.understand.UnderstandingRequest;
import io.memu4j.internal.understand.UnderstandingResult;
import io.memu4j.internal.write.Operation;
import io.memu4j.memorize.MemorizeListener.Step;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Understands the passages of one operation. Remembers what it understood, so that no model is asked again when the write is planned again.
 * Checks the budget before the first call. One thread.
 */
final class UnderstandingStep {
    private static final int TOKENS_OF_A_PASSAGE = 200;

    private final Understanding understanding;
    private final CategorySummarizer summarizer;
    private final int categories;
    private final Operation operation;
    private final Modality modality;
    private final ZoneId zone;
    private final String name;
    private final SimilarItems similar;
    private final Map<Words, Known> understood = new HashMap<>();
    /** The estimated cost of seeing or hearing the source. */
    private CallEstimate before = CallEstimate.NOTHING;

    /**
     * @param categories number of configured categories
     * @param similar finds what the memory holds already
     */
    UnderstandingStep(
            Understanding understanding,
            CategorySummarizer summarizer,
            int categories,
            Operation operation,
            Modality modality,
            ZoneId zone,
            String name,
            SimilarItems similar) {
        this.understanding = understanding;
        this.summarizer = summarizer;
        this.categories = categories;
        this.operation = operation;
        this.modality = modality;
        this.zone = zone;
        this.name = name;
        this.similar = similar;
    }

    /** Returns the fingerprint of what understands, as {@link Understanding#fingerprint()} does. */
    String fingerprint() {
        return understanding.fingerprint();
    }

    /** The words of passages, without ids and positions. */
    private record Words(List<Said> said, boolean wantCaption) {
        private record Said(
                @Nullable String speaker, @Nullable String role, @Nullable OffsetDateTime saidAt, String text) {}

        static Words of(List<Passage> passages, boolean wantCaption) {
            return new Words(
                    passages.stream()
                            .map(p -> new Said(p.speaker(), p.role(), p.saidAt(), p.text()))
                            .toList(),
                    wantCaption);
        }
    }

    private record Known(List<Passage> passages, UnderstandingResult understood) {
        /** Returns the result with the ids and positions of other passages that have the same words. */
        UnderstandingResult about(List<Passage> others) {
            Map<String, String> ids = new HashMap<>();
            Map<PassagePosition, PassagePosition> places = new HashMap<>();
            for (int i = 0; i < others.size(); i++) {
                ids.put(passages.get(i).id(), others.get(i).id());
                places.put(PassagePosition.of(passages.get(i)), PassagePosition.of(others.get(i)));
            }
            List<Statement> statements = understood.statements().stream()
                    .map(s -> s.withPassageIds(s.passageIds().stream()
                            .map(id -> ids.getOrDefault(id, id))
                            .toList()))
                    .toList();
            List<MissingRange> gaps = understood.gaps().stream()
                    .map(gap -> new MissingRange(
                            places.getOrDefault(gap.first(), gap.first()),
                            places.getOrDefault(gap.last(), gap.last()),
                            gap.reason()))
                    .toList();
            return new UnderstandingResult(understood.caption(), statements, gaps, understood.leftOut());
        }
    }

    /**
     * Understands the passages that are read, stretch by stretch.
     *
     * @param caption the caption of the text before them, or null
     */
    UnderstandingResult understand(ReadingPlan reading, @Nullable String caption) {
        int done = 0;
        operation.step(Step.UNDERSTAND, 0, reading.size());
        String last = null;
        List<Statement> statements = new ArrayList<>();
        List<MissingRange> gaps = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (ReadingPlan.Stretch stretch : reading.stretches()) {
            List<MemoryItem> like = similar.to(stretch.passages());
            UnderstandingResult understood = understand(request(stretch, reading, last == null ? caption : last, like));
            last = understood.caption() == null ? last : understood.caption();
            statements.addAll(understood.statements());
            gaps.addAll(understood.gaps());
            leftOut.addAll(understood.leftOut());
            done += stretch.passages().size();
            operation.step(Step.UNDERSTAND, done, reading.size());
        }
        return new UnderstandingResult(last, statements, gaps, leftOut);
    }

    private UnderstandingResult understand(UnderstandingRequest text) {
        // Whether a caption is wanted may differ the next time: that alone is no reason to ask a model again.
        boolean free = understanding.estimate(text).calls() == 0;
        Words words = Words.of(text.fresh(), free && text.wantCaption());
        Known before = understood.get(words);
        if (before != null) {
            return before.about(text.fresh());
        }
        UnderstandingResult result = understanding.understand(text, operation.calls());
        understood.put(words, new Known(text.fresh(), result));
        return result;
    }

    /**
     * Checks, before a model sees or hears the source, that the whole operation fits the budget.
     *
     * @throws io.memu4j.error.BudgetExceededException if it does not
     */
    void requireBudget(TextCost cost) {
        if (cost.models().calls() > 0) {
            before = cost.models();
            int topics = topics(1 + cost.textTokens() / TOKENS_OF_A_PASSAGE);
            require(understanding.estimate(cost.textTokens()).plus(summarizer.estimate(topics)));
        }
    }

    /**
     * Checks, before a model reads, that understanding and summaries fit the budget.
     *
     * @throws io.memu4j.error.BudgetExceededException if they do not
     */
    void requireBudget(ReadingPlan reading) {
        if (!understood.isEmpty()) {
            return;
        }
        CallEstimate expected = reading.stretches().stream()
                .map(stretch -> understanding.estimate(request(stretch, reading, null, List.of())))
                .reduce(CallEstimate.NOTHING, CallEstimate::plus);
        require(reading.size() == 0 ? expected : expected.plus(summarizer.estimate(topics(reading.size()))));
    }

    /** Estimates how many categories the passages touch. */
    private int topics(int passages) {
        return Math.min(categories, 2 * passages);
    }

    private void require(CallEstimate toCome) {
        CallEstimate all = before.plus(toCome);
        if (all.calls() > 0) {
            operation.calls().requireBudget(all.calls(), all.tokens());
        }
    }

    private UnderstandingRequest request(
            ReadingPlan.Stretch stretch, ReadingPlan reading, @Nullable String caption, List<MemoryItem> known) {
        return new UnderstandingRequest(
                modality, stretch.context(), stretch.passages(), reading.wantCaption(), caption, zone, name, known);
    }
}
