package io.memu4j.internal.retrieve;

import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.model.ModelStep;
import io.memu4j.model.Passage;
import io.memu4j.retrieve.Reranking;
import io.memu4j.retrieve.Signal;
import io.memu4j.retrieve.SignalShare;
import io.memu4j.spi.llm.Reranked;
import io.memu4j.spi.llm.Reranker;
import io.memu4j.spi.search.SearchHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ranks by search, and lets a reranker score the first passages. Its score counts as one more signal: it knows nothing of speakers, times
 * and roles, which the search does. What was superseded stays behind what took its place, and instructions keep their places. Without a
 * usable answer, the order of the search stands. For one request and one thread.
 */
final class RerankedSearch implements Ranker {
    private static final Logger log = LoggerFactory.getLogger(RerankedSearch.class);

    /** Number of passages that are scored. */
    private static final int SCORED = 50;
    /** Weight beside the search, whose weights sum up to 1. */
    private static final double WEIGHT = 1;
    /** Number of first passages among which instructions have places. */
    private static final int PLACES = 10;

    private final Reranker model;
    private final ModelCalls calls;
    private final double minRelevance;

    /** @param minRelevance a result less relevant is empty, so its passages are not scored */
    RerankedSearch(Reranker model, ModelCalls calls, double minRelevance) {
        this.model = model;
        this.calls = calls;
        this.minRelevance = minRelevance;
    }

    @Override
    public List<SearchHit> rank(Tier tier, SearchTask task, RetrievedRows found) {
        List<SearchHit> hits = SEARCH.rank(tier, task, found);
        if (tier != Tier.PASSAGES
                || hits.size() < 2
                || !task.question().hasTopic()
                || task.question().relevance(task.filter()) < minRelevance) {
            return hits;
        }
        Map<String, Passage> texts = found.passagesById(hits);
        List<SearchHit> scored = hits.stream()
                .limit(SCORED)
                .filter(hit -> texts.containsKey(hit.id()))
                .toList();
        List<Double> scores = scores(task.text(), scored, texts);
        if (scores.isEmpty()) {
            found.reranked(Reranking.FAILED);
            return hits;
        }
        found.reranked(Reranking.DONE);
        List<SearchHit> ranked = fused(scored, scores);
        Set<String> known = ranked.stream().map(SearchHit::id).collect(Collectors.toSet());
        hits.stream().filter(hit -> !known.contains(hit.id())).forEach(hit -> ranked.add(fused(hit, 0)));
        List<SearchHit> placed = withPlaces(ranked, hits, task);
        return task.question().timely(placed, task.filter());
    }

    /** Returns one score per hit, from 0 to 1; none when the model gave no usable answer. */
    private List<Double> scores(String question, List<SearchHit> hits, Map<String, Passage> texts) {
        List<String> shown =
                hits.stream().map(hit -> shown(texts.get(hit.id()))).toList();
        Reranked answer;
        try {
            answer = model.rerank(question, shown);
        } catch (RuntimeException e) { // whatever it is: the order of the search is an answer too
            log.warn("The reranker {} failed; passages stay in the order of the search.", model.name(), e);
            return List.of();
        }
        List<Double> scores = answer.scores();
        if (scores.size() != hits.size() || !scores.stream().allMatch(Double::isFinite)) {
            calls.unusable(ModelStep.RANK);
            log.warn(
                    "The reranker {} answered {} scores for {} passages, or one that is no number; passages stay in the"
                            + " order of the search.",
                    model.name(),
                    scores.size(),
                    hits.size());
            return List.of();
        }
        double lowest = scores.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double highest = scores.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double range = highest - lowest;
        return scores.stream()
                .map(score -> range > 0 ? (score - lowest) / range : 0)
                .toList();
    }

    private static String shown(@Nullable Passage passage) {
        Passage known = Objects.requireNonNull(passage, "passage");
        return known.speaker() == null ? known.text() : known.speaker() + ": " + known.text();
    }

    private static List<SearchHit> fused(List<SearchHit> hits, List<Double> scores) {
        List<SearchHit> fused = new ArrayList<>(hits.size());
        for (int i = 0; i < hits.size(); i++) {
            fused.add(fused(hits.get(i), scores.get(i)));
        }
        fused.sort(Comparator.comparingDouble(SearchHit::score).reversed());
        return fused;
    }

    private static SearchHit fused(SearchHit hit, double score) {
        double total = 1 + WEIGHT;
        List<SignalShare> shares = new ArrayList<>();
        hit.signals()
                .forEach(share -> shares.add(new SignalShare(share.signal(), share.strength(), share.share() / total)));
        if (!shares.isEmpty() && score > 0) {
            shares.add(new SignalShare(Signal.RERANK, score, score * WEIGHT / total));
            shares.sort(Comparator.comparingDouble(SignalShare::share).reversed());
        }
        return new SearchHit(hit.id(), (hit.score() + WEIGHT * score) / total, shares);
    }

    /** Instructions share no word with the questions that they matter for, so no reranker finds them. */
    private static List<SearchHit> withPlaces(List<SearchHit> ranked, List<SearchHit> searched, SearchTask task) {
        Set<String> standing = task.question().standing(task.filter(), PLACES).stream()
                .map(SearchHit::id)
                .collect(Collectors.toSet());
        Set<String> kept = searched.stream()
                .limit(PLACES)
                .map(SearchHit::id)
                .filter(standing::contains)
                .collect(Collectors.toSet());
        List<SearchHit> sunk = ranked.stream()
                .skip(PLACES)
                .filter(hit -> kept.contains(hit.id()))
                .toList();
        List<SearchHit> others = new ArrayList<>(ranked);
        others.removeAll(sunk);
        int place = Math.max(0, PLACES - sunk.size());
        for (SearchHit hit : sunk) {
            others.add(place, raised(hit, others.get(place).score()));
            place++;
        }
        return others;
    }

    private static SearchHit raised(SearchHit hit, double score) {
        List<SignalShare> shares = new ArrayList<>(hit.signals());
        if (!shares.isEmpty()) {
            shares.add(new SignalShare(Signal.STANDING, 1, score - hit.score()));
            shares.sort(Comparator.comparingDouble(SignalShare::share).reversed());
        }
        return new SearchHit(hit.id(), score, shares);
    }
}
