package io.memu4j.internal.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Statements by speaker and fact, in the order of time, so that each is compared with the next few about the same thing and not with all.
 * One thread.
 */
final class LaterStatements {
    /** The most statements about a thing that are looked at after a statement. */
    static final int MOST = 200;

    private final List<Said> byTime;
    private final Map<List<String>, List<Integer>> places = new HashMap<>();

    LaterStatements(List<Said> byTime) {
        this.byTime = byTime;
        for (int place = 0; place < byTime.size(); place++) {
            Said said = byTime.get(place);
            for (Claim claim : said.claims()) {
                List<Integer> same = places.computeIfAbsent(key(said, claim), key -> new ArrayList<>());
                if (same.isEmpty() || same.get(same.size() - 1) != place) {
                    same.add(place);
                }
            }
        }
    }

    /** Returns what the same speaker said of the same things after the statement at a place, soonest first. */
    List<Said> after(int place) {
        Said said = byTime.get(place);
        Map<Integer, Said> later = new TreeMap<>();
        for (Claim claim : said.claims()) {
            List<Integer> same = places.getOrDefault(key(said, claim), List.of());
            int from = first(same, place + 1);
            same.subList(from, Math.min(same.size(), from + MOST)).forEach(at -> later.put(at, byTime.get(at)));
        }
        return List.copyOf(later.values());
    }

    /** Returns the index of the first value that is not less. */
    private static int first(List<Integer> sorted, int value) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle) < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static List<String> key(Said said, Claim claim) {
        @Nullable String speaker = said.speaker();
        return speaker == null ? List.of(claim.fact()) : List.of(claim.fact(), speaker.toLowerCase(Locale.ROOT));
    }
}
