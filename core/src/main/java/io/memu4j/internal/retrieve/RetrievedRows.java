package io.memu4j.internal.retrieve;

import io.memu4j.internal.fact.News;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.Watermark;
import io.memu4j.retrieve.Reranking;
import io.memu4j.retrieve.RetrieveResult.Scored;
import io.memu4j.retrieve.RetrieveResult.ScoredItem;
import io.memu4j.retrieve.RetrieveResult.ScoredPassage;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.store.ScopeStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the hits found so far. They are read after ranking, so a row may have been changed since the revision that was ranked: it is
 * given as it is now. A row that was deleted since is left out. For one thread.
 */
final class RetrievedRows {
    private final ScopeStore store;
    private final int topK;
    private final RowCache<Resource> sources;
    private final RowCache<Passage> texts;
    private final Map<Tier, List<SearchHit>> taken = new EnumMap<>(Tier.class);
    private List<Scored<Category>> categories = List.of();
    private List<Scored<MemoryItem>> items = List.of();
    private List<Scored<Resource>> resources = List.of();
    private List<Scored<Passage>> passages = List.of();
    private List<String> surroundingIds = List.of();
    private List<SearchHit> standing = List.of();
    private double relevance = 1;
    private Reranking reranking = Reranking.NONE;
    private UnaryOperator<List<Scored<MemoryItem>>> order = UnaryOperator.identity();

    /** Makes a reader of rows that shows all of them. */
    RetrievedRows(ScopeStore store) {
        this(store, Integer.MAX_VALUE);
    }

    /** @param topK maximum number of statements and passages that are shown; more are kept for a prompt */
    RetrievedRows(ScopeStore store, int topK) {
        this.store = store;
        this.topK = topK;
        this.sources = new RowCache<>(store::resources, Resource::id);
        this.texts = new RowCache<>(store::passages, Passage::id);
    }

    /** Reads the rows of a tier, in the order of the hits. */
    void take(Tier tier, List<SearchHit> hits) {
        taken.put(tier, hits);
        switch (tier) {
            case CATEGORIES -> categories = scored(hits, byId(categoriesOf(hits), Category::id));
            case ITEMS -> items = order.apply(scored(hits, byId(itemsOf(hits), MemoryItem::id)));
            case RESOURCES -> resources = scored(hits, sources.with(ids(hits)));
            case PASSAGES -> passages = passagesOf(hits);
        }
    }

    /**
     * Names further passages of the answer. They are read with the passages, so call this before.
     *
     * @param around ids of the passages around the best ones
     * @param always what holds for all answers
     */
    void besides(List<String> around, List<SearchHit> always) {
        surroundingIds = around;
        standing = always;
    }

    /**
     * Puts statements that tell of a change before those that they seem to change. Set this before the tier is taken.
     *
     * @param asOf the time that is asked about, or null for now
     */
    void ordered(String question, @Nullable Instant asOf) {
        order = rows -> asOf == null ? News.first(question, rows, Scored::value) : News.last(asOf, rows, Scored::value);
    }

    /** Sets how likely the rows speak to the question. */
    void judged(double likelihood) {
        relevance = likelihood;
    }

    /** Sets whether a reranker ordered the passages. */
    void reranked(Reranking outcome) {
        reranking = outcome;
    }

    Reranking reranking() {
        return reranking;
    }

    /** Returns how likely the rows speak to the question; 1 when nobody has judged it. */
    double relevance() {
        return relevance;
    }

    /**
     * Returns these rows when they are all of the revision that was ranked, and otherwise the rows of the same hits read again: a delete
     * acknowledged before this call leaves nothing of the deleted rows in the answer. Costs one small read when nothing changed.
     *
     * @param ranked the revision of the hits
     */
    RetrievedRows confirmed(Watermark ranked) {
        if (store.watermark().sameAs(ranked)) {
            return this;
        }
        RetrievedRows again = new RetrievedRows(store, topK);
        again.besides(surroundingIds, standing);
        again.judged(relevance);
        again.reranked(reranking);
        again.order = order;
        taken.forEach(again::take);
        return again;
    }

    List<Scored<Category>> categories() {
        return categories;
    }

    List<ScoredItem> items() {
        return scoredItems(shown(items));
    }

    /** Returns the statements after those that are shown. */
    List<ScoredItem> moreItems() {
        return scoredItems(more(items));
    }

    List<Scored<Resource>> resources() {
        return resources;
    }

    List<ScoredPassage> passages() {
        return withSources(shown(passages));
    }

    /** Returns the passages after those that are shown. */
    List<Passage> morePassages() {
        return more(passages).stream().map(Scored::value).toList();
    }

    /** Returns the messages around the best passages, in no order. */
    List<Passage> surrounding() {
        Map<String, Passage> known = texts.with(surroundingIds);
        return surroundingIds.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /** Returns the passages of hits, by id; those deleted meanwhile are missing. */
    Map<String, Passage> passagesById(List<SearchHit> hits) {
        return texts.with(ids(hits));
    }

    /** Returns what holds for all answers. */
    List<ScoredPassage> standing() {
        return withSources(scored(standing, texts.with(ids(standing))));
    }

    private <T> List<T> shown(List<T> rows) {
        return rows.subList(0, Math.min(topK, rows.size()));
    }

    private <T> List<T> more(List<T> rows) {
        return rows.subList(Math.min(topK, rows.size()), rows.size());
    }

    private List<MemoryItem> itemsOf(List<SearchHit> hits) {
        return hits.isEmpty() ? List.of() : store.items(ids(hits));
    }

    private List<Category> categoriesOf(List<SearchHit> hits) {
        return hits.isEmpty() ? List.of() : store.categories();
    }

    private List<ScoredItem> scoredItems(List<Scored<MemoryItem>> rows) {
        List<ScoredItem> found = new ArrayList<>(rows.size());
        Map<String, Passage> proofs = texts.with(cited(rows));
        for (Scored<MemoryItem> item : rows) {
            Set<String> resourceIds = new TreeSet<>();
            for (String passageId : item.value().passageIds()) {
                Passage proof = proofs.get(passageId);
                if (proof != null) {
                    resourceIds.add(proof.resourceId());
                }
            }
            found.add(ScoredItem.of(item.value(), List.copyOf(resourceIds), item.score())
                    .withSignals(item.signals()));
        }
        return found;
    }

    private static Set<String> cited(List<Scored<MemoryItem>> rows) {
        Set<String> cited = new HashSet<>();
        rows.forEach(row -> cited.addAll(row.value().passageIds()));
        return cited;
    }

    private List<ScoredPassage> withSources(List<Scored<Passage>> rows) {
        Set<String> resourceIds = new HashSet<>();
        rows.forEach(row -> resourceIds.add(row.value().resourceId()));
        Map<String, Resource> known = sources.with(resourceIds);
        List<ScoredPassage> found = new ArrayList<>(rows.size());
        for (Scored<Passage> row : rows) {
            Resource source = known.get(row.value().resourceId());
            if (source != null) {
                found.add(ScoredPassage.of(row.value(), source, row.score()).withSignals(row.signals()));
            }
        }
        return found;
    }

    /** Reads all passages of the answer at once: those found, those around them, and those that statements cite. */
    private List<Scored<Passage>> passagesOf(List<SearchHit> hits) {
        Set<String> ids = cited(items);
        ids.addAll(ids(hits));
        ids.addAll(surroundingIds);
        ids.addAll(ids(standing));
        return scored(hits, texts.with(ids));
    }

    private static <T> List<Scored<T>> scored(List<SearchHit> hits, Map<String, T> rows) {
        List<Scored<T>> found = new ArrayList<>(hits.size());
        for (SearchHit hit : hits) {
            T row = rows.get(hit.id());
            if (row != null) {
                found.add(Scored.of(row, hit.score()).withSignals(hit.signals()));
            }
        }
        return found;
    }

    private static List<String> ids(List<SearchHit> hits) {
        return hits.stream().map(SearchHit::id).toList();
    }

    private static <T> Map<String, T> byId(Collection<T> rows, Function<T, String> id) {
        Map<String, T> map = new HashMap<>();
        rows.forEach(row -> map.put(id.apply(row), row));
        return map;
    }
}
