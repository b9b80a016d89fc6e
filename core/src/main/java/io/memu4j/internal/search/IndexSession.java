package io.memu4j.internal.search;

import io.memu4j.error.EmbeddingSpaceMismatchException;
import io.memu4j.internal.search.index.SpeakerMention;
import io.memu4j.internal.search.rank.QuestionSearch;
import io.memu4j.internal.search.text.TextAnalysis;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.SearchFilter;
import io.memu4j.model.Watermark;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.PreparedQuestion;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.search.SearchSession;
import io.memu4j.spi.store.OwnerKind;
import java.util.List;
import java.util.Set;

/** A session on a pinned snapshot of a scope's index. */
final class IndexSession implements SearchSession {
    private final IndexSnapshot snapshot;
    private final TextAnalysis analysis;
    private final Set<Signal> muted;
    private boolean closed;

    /** @param snapshot pinned already; closing the session unpins it */
    IndexSession(IndexSnapshot snapshot, TextAnalysis analysis, Set<Signal> muted) {
        this.snapshot = snapshot;
        this.analysis = analysis;
        this.muted = muted;
    }

    @Override
    public Watermark watermark() {
        return snapshot.watermark();
    }

    @Override
    public String withoutSpeakers(String question) {
        rejectClosed();
        return SpeakerMention.in(question, snapshot.units().speakers()).topic(question);
    }

    @Override
    public PreparedQuestion prepare(SearchQuery query) {
        rejectClosed();
        rejectOtherSpace(query);
        QuestionSearch search = new QuestionSearch(snapshot.units(), query, analysis, muted);
        return new PreparedQuestion() {
            @Override
            public List<SearchHit> top(OwnerKind kind, SearchFilter filter, int k) {
                rejectClosed();
                return search.top(kind, filter, k);
            }

            @Override
            public List<SearchHit> standing(SearchFilter filter, int k) {
                rejectClosed();
                return search.standing(filter, k);
            }

            @Override
            public boolean hasTopic() {
                return search.hasTopic();
            }

            @Override
            public List<SearchHit> timely(List<SearchHit> passages, SearchFilter filter) {
                rejectClosed();
                return search.timely(passages, filter);
            }

            @Override
            public double relevance(SearchFilter filter) {
                rejectClosed();
                return search.relevance(filter);
            }

            @Override
            public List<String> around(List<String> passageIds, SearchFilter filter, int reach) {
                rejectClosed();
                return search.around(passageIds, filter, reach);
            }
        };
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            snapshot.unpin();
        }
    }

    /** The units may be changed in place once the snapshot is not pinned any more. */
    private void rejectClosed() {
        if (closed) {
            throw new IllegalStateException("The search session is closed. Open another one with ScopeSearcher.open.");
        }
    }

    private void rejectOtherSpace(SearchQuery query) {
        EmbeddingSpace stored = snapshot.watermark().activeSpace();
        EmbeddingSpace asked = query.space();
        if (asked != null && stored != null && !asked.equals(stored)) {
            throw new EmbeddingSpaceMismatchException(stored.key(), asked.key());
        }
    }
}
