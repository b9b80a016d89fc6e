package io.memu4j.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which passage stands before and after which, and what follows from that: the length of the windows of three around each. */
final class PassageOrder {
    /** No neighbour. */
    static final int NONE = -1;

    private int[] before = {};
    private int[] after = {};
    private float[] windowNorms = {};
    private final Map<Integer, WindowLengths> windowLengths = new ConcurrentHashMap<>();

    /** The slot before that one in its resource, or {@link #NONE}. */
    int before(int slot) {
        return before[slot];
    }

    /** The slot after that one in its resource, or {@link #NONE}. */
    int after(int slot) {
        return after[slot];
    }

    /** The length of the sum of the vectors of a passage and its neighbours; 0 where none of them has one. */
    float windowNorm(int slot) {
        return windowNorms[slot];
    }

    /** The lengths of all windows of that reach; counted when first asked for after a change. */
    WindowLengths windowLengths(Slots slots, LexicalIndex words, int reach) {
        return windowLengths.computeIfAbsent(reach, r -> WindowLengths.of(this, slots, words, r));
    }

    /** Brings the order up to date for the passages of those resources. */
    void refresh(Units<Facts.OfPassage> passages, Set<String> resourceIds) {
        windowLengths.clear();
        grow(passages.slots().limit());
        for (List<Integer> ordered : byResource(passages, resourceIds).values()) {
            ordered.sort((a, b) -> compare(passages.facts(a), passages.facts(b)));
            link(ordered);
            measure(ordered, passages.vectors());
        }
    }

    /** Heap taken, in bytes. */
    long bytes() {
        return 20L * before.length;
    }

    private static Map<String, List<Integer>> byResource(Units<Facts.OfPassage> passages, Set<String> resourceIds) {
        Map<String, List<Integer>> slotsOf = new HashMap<>();
        Slots slots = passages.slots();
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            String resourceId = passages.facts(slot).resourceId();
            if (resourceIds.contains(resourceId)) {
                slotsOf.computeIfAbsent(resourceId, id -> new ArrayList<>()).add(slot);
            }
        }
        return slotsOf;
    }

    private void link(List<Integer> ordered) {
        for (int i = 0; i < ordered.size(); i++) {
            int slot = ordered.get(i);
            before[slot] = i == 0 ? NONE : ordered.get(i - 1);
            after[slot] = i == ordered.size() - 1 ? NONE : ordered.get(i + 1);
        }
    }

    private void measure(List<Integer> ordered, @Nullable VectorBlock vectors) {
        if (vectors == null) {
            return;
        }
        float[] sum = new float[vectors.dimension()];
        for (int slot : ordered) {
            Arrays.fill(sum, 0);
            vectors.addTo(sum, slot);
            if (before[slot] != NONE) {
                vectors.addTo(sum, before[slot]);
            }
            if (after[slot] != NONE) {
                vectors.addTo(sum, after[slot]);
            }
            windowNorms[slot] = (float) Math.sqrt(DotProduct.of(sum, 0, sum));
        }
    }

    private void grow(int slots) {
        if (slots > before.length) {
            int length = slots + (slots >> 2);
            before = Arrays.copyOf(before, length);
            after = Arrays.copyOf(after, length);
            windowNorms = Arrays.copyOf(windowNorms, length);
        }
    }

    private static int compare(Facts.OfPassage a, Facts.OfPassage b) {
        return a.index() != b.index() ? Integer.compare(a.index(), b.index()) : Integer.compare(a.part(), b.part());
    }
}
