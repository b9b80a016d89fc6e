package io.memu4j.internal.search;

import io.memu4j.error.EmbeddingSpaceMismatchException;
import io.memu4j.internal.search.index.ScopeUnits;
import io.memu4j.internal.search.index.SpeakerMention;
import io.memu4j.internal.search.index.StagedChanges;
import io.memu4j.internal.search.rank.KindRanking;
import io.memu4j.internal.search.rank.SearchContext;
import io.memu4j.internal.search.text.TextAnalysis;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.SearchFilter;
import io.memu4j.model.Watermark;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.store.ScopeStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The index of one scope, as of one watermark. Thread-safe: changes are read from the store beside the searches, by one thread at a time,
 * and made between two searches, all of them or none.
 */
final class ScopeIndex {
    private final TextAnalysis analysis;
    private final ReentrantLock catchingUp = new ReentrantLock();
    private final Lock reading;
    private final Lock changing;
    private ScopeUnits units = new ScopeUnits();
    private volatile Watermark watermark = Watermark.EMPTY;
    private volatile long bytes;

    ScopeIndex(TextAnalysis analysis) {
        this.analysis = analysis;
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        this.reading = lock.readLock();
        this.changing = lock.writeLock();
    }

    /** What was read from the store to bring an index up to date. */
    enum Reading {
        NOTHING,
        CHANGES,
        WHOLE
    }

    /** Makes the index hold what the store held at {@code wanted} or later. */
    Reading catchUp(Watermark wanted, ScopeStore store) {
        if (holds(wanted)) {
            return Reading.NOTHING;
        }
        catchingUp.lock();
        try {
            return holds(wanted) ? Reading.NOTHING : read(store);
        } finally {
            catchingUp.unlock();
        }
    }

    private Reading read(ScopeStore store) {
        StagedChanges staged = new StagedChanges(analysis);
        Watermark reached = store.changesSince(watermark, staged);
        if (!staged.isAnew() && (isOtherSpace(reached) || leavesMostlyGaps(staged))) {
            staged = new StagedChanges(analysis);
            reached = store.changesSince(Watermark.EMPTY, staged);
            staged.replaceAll();
        }
        staged.finish();
        make(staged, reached);
        return staged.isAnew() ? Reading.WHOLE : Reading.CHANGES;
    }

    /** Whether so much was deleted that the index is better made anew than searched with its gaps. */
    private boolean leavesMostlyGaps(StagedChanges staged) {
        reading.lock();
        try {
            return staged.leavesMostlyGaps(units);
        } finally {
            reading.unlock();
        }
    }

    /**
     * The best units of the query's kind, best first.
     *
     * @throws EmbeddingSpaceMismatchException when the query's vector is of another space than the index's vectors
     */
    List<SearchHit> search(SearchQuery query, SearchFilter filter, int k, Set<Signal> muted) {
        reading.lock();
        try {
            return KindRanking.search(new SearchContext(units, comparable(query), filter, k, analysis, muted));
        } finally {
            reading.unlock();
        }
    }

    /** The question without the names of those who speak here, or itself where nothing else would be left. */
    String withoutSpeakers(String question) {
        reading.lock();
        try {
            return SpeakerMention.in(question, units.speakers()).topic(question);
        } finally {
            reading.unlock();
        }
    }

    /** Heap taken, in bytes, about. */
    long bytes() {
        return bytes;
    }

    private boolean holds(Watermark wanted) {
        Watermark now = watermark;
        return now.incarnation().equals(wanted.incarnation()) && now.revision() >= wanted.revision();
    }

    /** The vectors of the new space may be older than what is known: they were not shown while another space was active. */
    private boolean isOtherSpace(Watermark reached) {
        EmbeddingSpace known = watermark.activeSpace();
        return known != null && !known.equals(reached.activeSpace());
    }

    private void make(StagedChanges staged, Watermark reached) {
        if (staged.isAnew()) {
            ScopeUnits fresh = new ScopeUnits();
            staged.makeIn(fresh);
            long size = fresh.bytes();
            changing.lock();
            try {
                units = fresh;
                watermark = reached;
                bytes = size;
            } finally {
                changing.unlock();
            }
            return;
        }
        changing.lock();
        boolean made = false;
        try {
            staged.makeIn(units);
            watermark = reached;
            bytes = units.bytes();
            made = true;
        } finally {
            if (!made) {
                units = new ScopeUnits();
                watermark = Watermark.EMPTY;
            }
            changing.unlock();
        }
    }

    private SearchQuery comparable(SearchQuery query) {
        EmbeddingSpace stored = watermark.activeSpace();
        EmbeddingSpace asked = query.space();
        if (asked == null || stored == null || asked.equals(stored)) {
            return query;
        }
        throw new EmbeddingSpaceMismatchException(stored.key(), asked.key());
    }
}
