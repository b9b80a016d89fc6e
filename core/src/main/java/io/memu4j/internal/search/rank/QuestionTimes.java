package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.Slots;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.internal.time.TimeExpressions;
import io.memu4j.internal.time.TimeMention;
import io.memu4j.model.HappenedAt;
import io.memu4j.spi.search.SearchQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The times that a question names.
 *
 * @param spans the times, in the order of the question; empty when it names none
 * @param talks the talks that it names by number or order
 * @param rest the question without the words that name times and talks
 */
record QuestionTimes(List<QuestionSpan> spans, List<Talks.Talk> talks, String rest) {
    /**
     * Finds the times in a question. "Yesterday" counts from {@link SearchQuery#now}. A date without a year is of the latest year in which the
     * scope has passages.
     */
    static QuestionTimes in(SearchQuery query, Units<UnitMetadata.OfPassage> passages) {
        TalkMention talkMention = TalkMention.in(query.text());
        String question = talkMention.rest();
        List<Talks.Talk> talks = talkMention.isEmpty()
                ? List.of()
                : Talks.asked(talkMention, passages, query.now().toEpochSecond());
        List<TimeMention> mentions = mentions(question, query, passages);
        StringBuilder rest = new StringBuilder();
        int copied = 0;
        for (TimeMention mention : mentions) {
            rest.append(question, copied, mention.start()).append(' ');
            copied = mention.end();
        }
        rest.append(question, copied, question.length());
        List<QuestionSpan> spans = mentions.stream()
                .map(mention -> QuestionSpan.of(mention.when(), query.now().getZone()))
                .toList();
        return new QuestionTimes(spans, talks, rest.toString());
    }

    boolean isEmpty() {
        return spans.isEmpty() && talks.isEmpty();
    }

    /** Returns the highest {@link QuestionSpan#nearness} of a passage to one of the times. */
    float nearness(UnitMetadata.OfPassage passage) {
        float nearest = 0;
        for (int i = 0; i < talks.size(); i++) {
            nearest = talks.get(i).has(passage) ? 1 : nearest;
        }
        for (int i = 0; i < spans.size(); i++) {
            nearest = Math.max(nearest, spans.get(i).nearness(passage));
        }
        return nearest;
    }

    /** Returns 1 for something that happened at one of the times, otherwise 0. */
    float overlap(@Nullable HappenedAt when) {
        float overlap = 0;
        for (int i = 0; when != null && i < spans.size(); i++) {
            overlap = Math.max(overlap, spans.get(i).overlap(when));
        }
        return overlap;
    }

    private static List<TimeMention> mentions(
            String question, SearchQuery query, Units<UnitMetadata.OfPassage> passages) {
        LocalDate today = query.now().toLocalDate();
        List<TimeMention> mentions = TimeExpressions.find(question, today);
        return mentions.isEmpty() ? mentions : TimeExpressions.find(question, today, lastSaid(passages, query, today));
    }

    private static LocalDate lastSaid(Units<UnitMetadata.OfPassage> passages, SearchQuery query, LocalDate today) {
        long last = UnitMetadata.OfPassage.UNDATED;
        Slots slots = passages.slots();
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            last = Math.max(last, passages.metadata(slot).saidAt());
        }
        if (last == UnitMetadata.OfPassage.UNDATED) {
            return today;
        }
        LocalDate day =
                LocalDate.ofInstant(Instant.ofEpochSecond(last), query.now().getZone());
        return day.isBefore(today) ? day : today;
    }
}
