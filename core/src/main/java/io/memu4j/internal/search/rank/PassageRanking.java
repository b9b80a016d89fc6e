package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.Postings;
import io.memu4j.internal.search.index.ScopeUnits;
import io.memu4j.internal.search.index.SpeakerMention;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.internal.search.text.ConversationalWords;
import io.memu4j.internal.search.vector.VectorScores;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.SearchHit;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Ranks passages by meaning and words, of the passage alone and of the window around it, and by features of the passage. A passage alone
 * tells which of several neighbours is meant; the window adds the question that an answer replies to.
 */
final class PassageRanking {
    /** Turns on each side in the window of one exchange. */
    private static final int NEIGHBOURS = 1;
    /** Turns on each side in the window that tells the topic of the talk. */
    private static final int TOPIC = 3;

    private PassageRanking() {}

    /**
     * The passages of an answer.
     *
     * @param hits best first
     * @param standing what holds for all answers
     * @param relevance how likely the passages speak to the question
     */
    record RankedPassages(List<SearchHit> hits, StandingPassages standing, double relevance) {
        RankedPassages withHits(List<SearchHit> others) {
            return new RankedPassages(others, standing, relevance);
        }
    }

    static RankedPassages top(RankingRequest request) {
        IntPredicate accepted = request.filterEvaluator().passages();
        if (isTimeAlone(request.question())) {
            SpeakerMention mention = besidesTimes(request.question());
            List<SearchHit> hits = DatedRanking.top(request, mention.names(), accepted);
            if (!hits.isEmpty()) {
                return new RankedPassages(hits, StandingPassages.latestFirst(request, accepted), 1);
            }
        }
        return byTopic(request, accepted);
    }

    /** Returns whether a question names a time or a talk and no topic: "what did we talk about on 8 May?". */
    static boolean isTimeAlone(AnalyzedQuestion question) {
        return !question.times().isEmpty()
                && ConversationalWords.areAllOf(besidesTimes(question).rest());
    }

    private static SpeakerMention besidesTimes(AnalyzedQuestion question) {
        return SpeakerMention.in(question.times().rest(), question.units().speakers());
    }

    private static RankedPassages byTopic(RankingRequest request, IntPredicate accepted) {
        ScopeUnits units = request.units();
        AnalyzedQuestion question = request.question();
        Units<UnitMetadata.OfPassage> passages = units.passages();
        List<Postings> postings = question.topicTerms().postings(passages.words());
        VectorScores meaning = QuestionScorer.vectorScores(request.query(), passages);
        PassageWindow window = new PassageWindow(units.order(), passages.slots());
        ScoreFusion fusion = request.fusion(SignalWeights.PASSAGES);
        fusion.addDense(Signal.MEANING, meaning);
        fusion.addDense(Signal.WINDOW_MEANING, window.vectorScores(meaning));
        float[] words = QuestionScorer.bm25(postings, passages);
        fusion.addLexical(Signal.WORDS, words);
        fusion.addLexical(Signal.WINDOW_WORDS, window.bm25(postings, passages.words(), NEIGHBOURS));
        fusion.addLexical(Signal.TOPIC_WORDS, window.bm25(postings, passages.words(), TOPIC));
        fusion.addPrior(
                Signal.SPEAKER, PassageFeatures.saidBy(question.speakers().names(), passages));
        QuestionTimes times = question.times();
        if (!times.isEmpty()) {
            fusion.addPrior(Signal.TIME, slot -> times.nearness(passages.metadata(slot)));
            fusion.alsoSelectFrom(slot -> times.nearness(passages.metadata(slot)) > 0);
        }
        fusion.addPrior(Signal.ROLE, PassageFeatures.role(question.voice(), passages, units.voices()));
        fusion.addPrior(Signal.DECLARATIVE, PassageFeatures.declarative(passages));
        fusion.addHint(Signal.SUBSTANCE, PassageFeatures.substance(passages));
        fusion.addHint(Signal.ENTITIES, PassageFeatures.entities(passages, units.speakers()));
        fusion.addHint(
                Signal.ANSWER_TYPE, PassageFeatures.answerType(question.answerType(), passages, units.speakers()));
        StandingPassages standing = StandingPassages.nearestFirst(request, accepted, meaning, words);
        if (!question.asksOrder()) {
            fusion.place(Signal.STANDING, standing.placed());
        }
        List<SearchHit> hits = fusion.top(passages.slots(), accepted, request.k());
        return new RankedPassages(hits, standing, Relevance.of(hits, request, passages, meaning));
    }
}
