package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.ScopeUnits;
import io.memu4j.internal.search.index.Slots;
import io.memu4j.internal.search.text.TextAnalysis;
import io.memu4j.model.SearchFilter;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.PreparedQuestion;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.store.OwnerKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the units of an index, which must not change meanwhile, for one question. Resources are ranked by their passages, so the ranking of
 * the passages is kept for when they are asked for themselves. For one thread.
 */
public final class QuestionSearch implements PreparedQuestion {
    /** Minimum number of passages to rank: more cost hardly anything, and resources need them. */
    private static final int PASSAGES = 200;

    private final AnalyzedQuestion question;
    private final TimelyUnits timely;
    private @Nullable Ranked ranked;
    /** Of the items last asked for. */
    private double itemRelevance;

    /** @param muted signals that are left out */
    public QuestionSearch(ScopeUnits units, SearchQuery query, TextAnalysis analysis, Set<Signal> muted) {
        this.question = AnalyzedQuestion.of(query, units, analysis, muted);
        this.timely = new TimelyUnits(units, query);
    }

    @Override
    public List<SearchHit> top(OwnerKind kind, SearchFilter filter, int k) {
        RankingRequest request = new RankingRequest(question, filter, k);
        return switch (kind) {
            case PASSAGE -> passages(filter, k);
            case ITEM -> items(filter, k);
            case CATEGORY -> CategoryRanking.top(request);
            case RESOURCE -> ResourceRanking.top(request, passages(filter, PASSAGES));
        };
    }

    @Override
    public List<String> around(List<String> passageIds, SearchFilter filter, int reach) {
        ScopeUnits units = question.units();
        Slots slots = units.passages().slots();
        IntPredicate accepted = new FilterEvaluator(units, filter).passages();
        Set<String> found = new LinkedHashSet<>();
        for (String id : passageIds) {
            int slot = slots.of(id);
            if (slot >= 0) {
                units.order().around(slot, reach).filter(accepted).forEach(other -> found.add(slots.id(other)));
            }
        }
        passageIds.forEach(found::remove);
        return List.copyOf(found);
    }

    @Override
    public List<SearchHit> standing(SearchFilter filter, int k) {
        Slots slots = question.units().passages().slots();
        return ranked(filter, k)
                .found()
                .standing()
                .all()
                .limit(k)
                .mapToObj(slot -> new SearchHit(slots.id(slot), 0))
                .toList();
    }

    @Override
    public boolean hasTopic() {
        return !PassageRanking.isTimeAlone(question);
    }

    @Override
    public List<SearchHit> timely(List<SearchHit> passages, SearchFilter filter) {
        return timely.passages(passages, new FilterEvaluator(question.units(), filter).passages());
    }

    private List<SearchHit> passages(SearchFilter filter, int k) {
        List<SearchHit> hits = ranked(filter, k).found().hits();
        return hits.subList(0, Math.min(k, hits.size()));
    }

    @Override
    public double relevance(SearchFilter filter) {
        double ofPassages = ranked(filter, PASSAGES).found().relevance();
        return Math.max(ofPassages, itemRelevance);
    }

    private List<SearchHit> items(SearchFilter filter, int k) {
        RankingRequest request = new RankingRequest(question, filter, timely.enough(k));
        ItemRanking.RankedItems found = ItemRanking.top(request, passages(filter, PASSAGES));
        itemRelevance = found.relevance();
        return timely.items(found.hits(), request.filterEvaluator().items(), k);
    }

    private Ranked ranked(SearchFilter filter, int k) {
        Ranked known = ranked;
        if (known == null || k > known.k() || !filter.equals(known.filter())) {
            int wanted = Math.max(k, PASSAGES);
            RankingRequest request = new RankingRequest(question, filter, wanted);
            PassageRanking.RankedPassages found = PassageRanking.top(request);
            List<SearchHit> hits =
                    timely.passages(found.hits(), request.filterEvaluator().passages());
            known = new Ranked(filter, wanted, found.withHits(spread(hits)));
            ranked = known;
        }
        return known;
    }

    /** A question with a time alone is in the order of time already. */
    private List<SearchHit> spread(List<SearchHit> hits) {
        return question.asksOrder() && hasTopic()
                ? TalkSpread.of(hits, question.units().passages())
                : hits;
    }

    private record Ranked(SearchFilter filter, int k, PassageRanking.RankedPassages found) {}
}
