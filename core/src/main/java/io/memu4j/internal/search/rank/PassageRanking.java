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
import io.memu4j.spi.search.SearchQuery;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Ranks passages: each by itself and by what stands around it, in meaning and in words, and by a few circumstances. The weights were chosen
 * on three LoCoMo conversations and rounded; what each signal is worth is in {@code docs/decisions/0024}.
 */
final class PassageRanking {
    /** Meaning of the passage alone: says which of several neighbours it is. */
    private static final double MEANING = 0.3;
    /** Meaning with its neighbours: an answer means little without its question. */
    private static final double WINDOW_MEANING = 0.35;
    /** Words of the passage alone. */
    private static final double WORDS = 0.15;
    /** Words with its neighbours. */
    private static final double WINDOW_WORDS = 0.2;
    /** Words with three before and three after: what the talk is about at that point. */
    private static final double TOPIC_WORDS = 0.3;
    /** Said by the one whom the question names: less than any two of the above, for the other one may tell it too. */
    private static final double SPEAKER = 0.2;
    /** Said at the time that the question names, or told soon after. */
    private static final double TIME = 0.35;
    /** Not a question: who asks does not know. */
    private static final double STATES = 0.1;
    /** Says something: enough, and not in everyday words alone. */
    private static final double SUBSTANCE = 0.3;
    /** Names something: what is asked for mostly has a name or a number. */
    private static final double PARTICULARS = 0.1;
    /** Holds a time when a time is asked for, or a name: more than what merely names something. */
    private static final double ANSWERS = 0.15;

    private static final int NEIGHBOURS = 1;
    private static final int TOPIC = 3;

    private PassageRanking() {}

    static List<SearchHit> search(SearchContext search) {
        return search.units().recent().best(search, PassageRanking::ranked);
    }

    private static List<SearchHit> ranked(SearchContext search) {
        QuestionTimes times = QuestionTimes.in(search.query(), search.units());
        IntPredicate mayBeFound = search.eligibility().passages();
        if (!times.isEmpty()) {
            SpeakerMention mention =
                    SpeakerMention.in(times.rest(), search.units().speakers());
            if (ConversationalWords.areAllOf(mention.rest())) {
                List<SearchHit> hits = DatedRanking.search(search, times, mention.names(), mayBeFound);
                if (!hits.isEmpty()) {
                    return hits;
                }
            }
        }
        return byTopic(search, times, mayBeFound);
    }

    private static List<SearchHit> byTopic(SearchContext search, QuestionTimes times, IntPredicate mayBeFound) {
        ScopeUnits units = search.units();
        SearchQuery query = search.query();
        Units<UnitMetadata.OfPassage> passages = units.passages();
        SpeakerMention mention = SpeakerMention.in(query.text(), units.speakers());
        List<Postings> words = QuestionScorer.words(mention.rest(), passages.words(), search.analysis());
        VectorScores meaning = QuestionScorer.meaning(query, passages);
        PassageWindow window = new PassageWindow(units.order(), passages.slots());
        ScoreFusion opinions = search.opinions();
        opinions.addDense(Signal.MEANING, meaning, MEANING);
        opinions.addDense(Signal.WINDOW_MEANING, window.meaning(meaning), WINDOW_MEANING);
        opinions.addLexical(Signal.WORDS, QuestionScorer.wording(words, passages), WORDS);
        opinions.addLexical(Signal.WINDOW_WORDS, window.wording(words, passages.words(), NEIGHBOURS), WINDOW_WORDS);
        opinions.addLexical(Signal.TOPIC_WORDS, window.wording(words, passages.words(), TOPIC), TOPIC_WORDS);
        opinions.addPrior(Signal.SPEAKER, PassageFeatures.saidBy(mention.names(), passages), SPEAKER);
        if (!times.isEmpty()) {
            opinions.addPrior(Signal.TIME, slot -> times.nearness(passages.facts(slot)), TIME);
            opinions.favour(slot -> times.nearness(passages.facts(slot)) > 0);
        }
        opinions.addPrior(Signal.STATES, PassageFeatures.states(passages), STATES);
        opinions.addHint(Signal.SUBSTANCE, PassageFeatures.substance(passages), SUBSTANCE);
        opinions.addHint(Signal.PARTICULARS, PassageFeatures.particulars(passages, units.speakers()), PARTICULARS);
        opinions.addHint(
                Signal.ANSWERS,
                PassageFeatures.answers(AnswerKind.of(query.text()), passages, units.speakers()),
                ANSWERS);
        return opinions.best(passages.slots(), mayBeFound, search.k());
    }
}
