package io.memu4j.search;

import io.memu4j.spi.search.SearchFilter;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Ranks passages: by themselves, together with their neighbours, and by who speaks. */
final class PassageRanking {
    /** Meaning of the passage alone. */
    private static final double MEANING = 0.3;
    /** Meaning with its neighbours. */
    private static final double WINDOW_MEANING = 0.2;
    /** Words of the passage alone. */
    private static final double WORDS = 0.3;
    /** Words with its neighbours. */
    private static final double WINDOW_WORDS = 0.2;
    /** Said by the one the question names. */
    private static final double SPEAKER = 0.15;

    private PassageRanking() {}

    static List<SearchHit> search(
            ScopeUnits units, SearchQuery query, SearchFilter filter, int k, TextAnalysis analysis) {
        Units<Facts.OfPassage> passages = units.passages();
        SpeakerMention mention = SpeakerMention.in(query.text(), units.speakers());
        List<Postings> words = Question.words(mention.rest(), passages.words(), analysis);
        float[] meaning = Question.meaning(query, passages);
        Window window = new Window(units.order(), passages.slots());
        Opinions opinions = new Opinions();
        opinions.addDense(meaning, MEANING);
        opinions.addDense(window.meaning(meaning), WINDOW_MEANING);
        opinions.addLexical(Question.wording(words, passages), WORDS);
        opinions.addLexical(window.wording(words, passages.words()), WINDOW_WORDS);
        opinions.addPrior(saidBy(mention.names(), passages), SPEAKER);
        return opinions.best(passages.slots(), mayBeFound(filter, units), k);
    }

    /** 1 for what one of those said; null where nobody is named. */
    private static float @Nullable [] saidBy(Set<String> names, Units<Facts.OfPassage> passages) {
        if (names.isEmpty()) {
            return null;
        }
        Slots slots = passages.slots();
        float[] scores = new float[slots.limit()];
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            String speaker = passages.facts(slot).speaker();
            scores[slot] = speaker != null && names.contains(speaker) ? 1 : 0;
        }
        return scores;
    }

    private static IntPredicate mayBeFound(SearchFilter filter, ScopeUnits units) {
        if (filter.attributes().isEmpty()) {
            return slot -> true;
        }
        IntPredicate resources = ResourceRanking.mayBeFound(filter, units);
        return slot -> {
            int resource =
                    units.resources().slots().of(units.passages().facts(slot).resourceId());
            return resource >= 0 && resources.test(resource);
        };
    }
}
