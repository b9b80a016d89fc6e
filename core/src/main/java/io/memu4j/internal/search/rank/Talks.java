package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.Slots;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The talks of a scope by time: what was said in one source without four hours of silence. Undated passages belong to none. */
final class Talks {
    private static final long SILENCE_SECONDS = 4 * 3600;

    private Talks() {}

    /**
     * A talk.
     *
     * @param resourceId its source
     * @param start epoch second of its first message
     * @param end epoch second of its last message
     */
    record Talk(String resourceId, long start, long end) {
        boolean has(UnitMetadata.OfPassage passage) {
            return passage.saidAt() >= start
                    && passage.saidAt() <= end
                    && passage.resourceId().equals(resourceId);
        }
    }

    /**
     * Returns the talks that a question asks for.
     *
     * @param now epoch second after which talks do not count
     */
    static List<Talk> asked(TalkMention mention, Units<UnitMetadata.OfPassage> passages, long now) {
        List<Talk> all =
                inOrder(passages).stream().filter(talk -> talk.start() <= now).toList();
        List<Talk> asked = new ArrayList<>();
        for (TalkMention.Range range : mention.ranges()) {
            int from = range.from() < 0 ? Math.max(0, all.size() + range.from()) : range.from() - 1;
            int to = range.to() < 0 ? all.size() + range.to() : range.to() - 1;
            asked.addAll(all.subList(
                    Math.min(from, all.size()), Math.max(Math.min(from, all.size()), Math.min(to + 1, all.size()))));
        }
        return asked;
    }

    private static List<Talk> inOrder(Units<UnitMetadata.OfPassage> passages) {
        List<Talk> talks = new ArrayList<>();
        timesBySource(passages).forEach((resourceId, times) -> {
            long[] said = times.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(said);
            int first = 0;
            for (int i = 1; i <= said.length; i++) {
                if (i == said.length || said[i] - said[i - 1] > SILENCE_SECONDS) {
                    talks.add(new Talk(resourceId, said[first], said[i - 1]));
                    first = i;
                }
            }
        });
        talks.sort(Comparator.comparingLong(Talk::start).thenComparing(Talk::resourceId));
        return talks;
    }

    private static Map<String, List<Long>> timesBySource(Units<UnitMetadata.OfPassage> passages) {
        Map<String, List<Long>> times = new HashMap<>();
        Slots slots = passages.slots();
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            UnitMetadata.OfPassage passage = passages.metadata(slot);
            if (passage.saidAt() != UnitMetadata.OfPassage.UNDATED) {
                times.computeIfAbsent(passage.resourceId(), id -> new ArrayList<>())
                        .add(passage.saidAt());
            }
        }
        return times;
    }
}
