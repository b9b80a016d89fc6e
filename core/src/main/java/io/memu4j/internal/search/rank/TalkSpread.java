package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.retrieve.SignalShare;
import io.memu4j.spi.search.SearchHit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Spreads passages over talks, for a question whose answer is the mentions of one theme in many of them: each passage of a talk takes a part
 * off the scores of the others. A talk is here what was said in one source on one day.
 */
final class TalkSpread {
    /** What remains of a score for each passage of the same talk that ranks before. */
    private static final double KEPT = 0.9;

    private static final long DAY_SECONDS = 24 * 3600;

    private TalkSpread() {}

    private record Talk(String resourceId, long day) {
        static Talk of(UnitMetadata.OfPassage passage) {
            boolean undated = passage.saidAt() == UnitMetadata.OfPassage.UNDATED;
            return new Talk(
                    passage.resourceId(),
                    undated ? 0 : Math.floorDiv(passage.saidAt() + passage.offset(), DAY_SECONDS));
        }
    }

    /** Returns the hits in the new order, with the scores that it comes from. */
    static List<SearchHit> of(List<SearchHit> hits, Units<UnitMetadata.OfPassage> passages) {
        Map<Talk, List<SearchHit>> talks = new HashMap<>();
        for (SearchHit hit : hits) {
            Talk talk = Talk.of(passages.metadata(passages.slots().of(hit.id())));
            talks.computeIfAbsent(talk, key -> new ArrayList<>()).add(hit);
        }
        List<SearchHit> spread = new ArrayList<>(hits.size());
        for (List<SearchHit> talk : talks.values()) {
            double kept = 1;
            for (SearchHit hit : talk) {
                spread.add(scaled(hit, kept));
                kept *= KEPT;
            }
        }
        spread.sort((a, b) -> a.score() == b.score() ? a.id().compareTo(b.id()) : Double.compare(b.score(), a.score()));
        return spread;
    }

    private static SearchHit scaled(SearchHit hit, double factor) {
        List<SignalShare> shares = hit.signals().stream()
                .map(share -> new SignalShare(share.signal(), share.strength(), share.share() * factor))
                .toList();
        return new SearchHit(hit.id(), hit.score() * factor, shares);
    }
}
