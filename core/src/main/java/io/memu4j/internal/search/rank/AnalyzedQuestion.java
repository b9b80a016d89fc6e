package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.ScopeUnits;
import io.memu4j.internal.search.index.SpeakerMention;
import io.memu4j.internal.search.text.EventOrder;
import io.memu4j.internal.search.text.TextAnalysis;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.SearchQuery;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question with everything that is read from its words, once for all kinds of units.
 *
 * @param muted signals that are left out
 * @param times the times that the question names
 * @param speakers the speakers that the question names
 * @param terms the terms of the whole question
 * @param topicTerms the terms of the question without the names of speakers
 * @param asksOrder whether the order of events is asked for; the terms are then those of what is ordered
 * @param voice whose words are asked for
 * @param answerType the type of answer that is asked for, or null when it may be any
 */
record AnalyzedQuestion(
        ScopeUnits units,
        SearchQuery query,
        Set<Signal> muted,
        QuestionTimes times,
        SpeakerMention speakers,
        QuestionTerms terms,
        QuestionTerms topicTerms,
        boolean asksOrder,
        AskedVoice voice,
        @Nullable AnswerType answerType) {
    static AnalyzedQuestion of(SearchQuery query, ScopeUnits units, TextAnalysis analysis, Set<Signal> muted) {
        SpeakerMention speakers = SpeakerMention.in(query.text(), units.speakers());
        Optional<String> ordered = EventOrder.theme(query.text());
        String theme = ordered.orElse(query.text());
        QuestionTerms terms = new QuestionTerms(theme, analysis);
        return new AnalyzedQuestion(
                units,
                query,
                muted,
                QuestionTimes.in(query, units.passages()),
                speakers,
                terms,
                speakers.names().isEmpty()
                        ? terms
                        : new QuestionTerms(
                                SpeakerMention.in(theme, units.speakers()).rest(), analysis),
                ordered.isPresent(),
                AskedVoice.of(query.text()),
                AnswerType.of(query.text()));
    }
}
