package io.memu4j.internal.search.index;

import io.memu4j.internal.search.vector.VectorBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The order of the passages within their resources, as turns, and the lengths of the windows around each turn.
 *
 * <p>A turn is one passage, or several short passages that one speaker said in a row, less than a minute apart. The first passage of a turn
 * is its head and identifies it. Turns more than four hours apart are not neighbours: they belong to different talks.
 */
public final class PassageOrder {
    /** No neighbour. */
    public static final int NONE = -1;

    /** Longest pause within a turn, in seconds. */
    private static final long SAME_TURN_SECONDS = 60;
    /** Number of terms at which a turn ends: about two longer messages. */
    private static final int LONG_TURN = 80;
    /** Pause after which another talk begins, in seconds. */
    private static final long OTHER_TALK_SECONDS = 4 * 3600;

    private int[] head = {};
    private int[] next = {};
    private int[] before = {};
    private int[] after = {};
    private float[] windowNorms = {};
    private final Map<Integer, WindowLengths> windowLengths = new ConcurrentHashMap<>();

    /** Returns a copy that can be refreshed while this one is read. */
    PassageOrder copy() {
        PassageOrder copy = new PassageOrder();
        copy.head = head.clone();
        copy.next = next.clone();
        copy.before = before.clone();
        copy.after = after.clone();
        copy.windowNorms = windowNorms.clone();
        return copy;
    }

    /** Returns the head of the turn of a passage, or {@link #NONE} for a slot without a passage. */
    public int head(int slot) {
        return head[slot];
    }

    /** Returns the next passage of the same turn, or {@link #NONE}. */
    public int next(int slot) {
        return next[slot];
    }

    /** Returns the head of the previous turn, or {@link #NONE}. */
    public int before(int head) {
        return before[head];
    }

    /** Returns the head of the next turn, or {@link #NONE}. */
    public int after(int head) {
        return after[head];
    }

    /** Returns up to {@code reach} passages before and after a passage, of the same talk, in order. */
    public IntStream around(int slot, int reach) {
        int first = head[slot];
        int last = head[slot];
        for (int turn = 0; turn < reach && before[first] != NONE; turn++) {
            first = before[first];
        }
        for (int turn = 0; turn < reach && after[last] != NONE; turn++) {
            last = after[last];
        }
        List<Integer> talk = new ArrayList<>();
        for (int turn = first; turn != NONE; turn = turn == last ? NONE : after[turn]) {
            for (int passage = turn; passage != NONE; passage = next[passage]) {
                talk.add(passage);
            }
        }
        int at = talk.indexOf(slot);
        return talk.subList(Math.max(0, at - reach), Math.min(talk.size(), at + reach + 1)).stream()
                .mapToInt(Integer::intValue)
                .filter(passage -> passage != slot);
    }

    /** Returns the norm of the sum of the vectors of a turn and its two neighbours; 0 when none of their passages has a vector. */
    public float windowNorm(int head) {
        return windowNorms[head];
    }

    /** Returns the lengths of all windows with that number of turns on each side. Computed at the first call after a change. */
    public WindowLengths windowLengths(Slots slots, LexicalIndex words, int reach) {
        return windowLengths.computeIfAbsent(reach, r -> WindowLengths.of(this, slots, words, r));
    }

    /** Orders the passages of the given resources again. */
    void refresh(Units<UnitMetadata.OfPassage> passages, Set<String> resourceIds) {
        windowLengths.clear();
        grow(passages.slots().limit());
        for (int slot = 0; slot < head.length; slot++) {
            head[slot] = passages.slots().isUsed(slot) ? head[slot] : NONE;
        }
        for (List<Integer> ordered : byResource(passages, resourceIds).values()) {
            ordered.sort((a, b) -> compare(passages.metadata(a), passages.metadata(b)));
            link(ordered, passages);
            measure(ordered, passages.vectors());
        }
    }

    /** Returns the heap in use, in bytes. */
    long bytes() {
        return 28L * before.length;
    }

    private static Map<String, List<Integer>> byResource(
            Units<UnitMetadata.OfPassage> passages, Set<String> resourceIds) {
        Map<String, List<Integer>> slotsOf = new HashMap<>();
        Slots slots = passages.slots();
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            String resourceId = passages.metadata(slot).resourceId();
            if (resourceIds.contains(resourceId)) {
                slotsOf.computeIfAbsent(resourceId, id -> new ArrayList<>()).add(slot);
            }
        }
        return slotsOf;
    }

    private void link(List<Integer> ordered, Units<UnitMetadata.OfPassage> passages) {
        int last = NONE;
        int turnLength = 0;
        for (int slot : ordered) {
            int length = passages.words().length(slot);
            next[slot] = NONE;
            before[slot] = NONE;
            after[slot] = NONE;
            if (last != NONE && turnLength < LONG_TURN && goesOn(passages.metadata(last), passages.metadata(slot))) {
                head[slot] = head[last];
                next[last] = slot;
                turnLength += length;
            } else {
                head[slot] = slot;
                turnLength = length;
                if (last != NONE && isSameTalk(passages.metadata(last), passages.metadata(slot))) {
                    before[slot] = head[last];
                    after[head[last]] = slot;
                }
            }
            last = slot;
        }
    }

    private static boolean goesOn(UnitMetadata.OfPassage last, UnitMetadata.OfPassage facts) {
        return facts.speaker() != null
                && facts.speaker().equals(last.speaker())
                && areDated(last, facts)
                && Math.abs(facts.saidAt() - last.saidAt()) < SAME_TURN_SECONDS;
    }

    private static boolean isSameTalk(UnitMetadata.OfPassage last, UnitMetadata.OfPassage facts) {
        return !areDated(last, facts) || Math.abs(facts.saidAt() - last.saidAt()) < OTHER_TALK_SECONDS;
    }

    private static boolean areDated(UnitMetadata.OfPassage last, UnitMetadata.OfPassage facts) {
        return last.saidAt() != UnitMetadata.OfPassage.UNDATED && facts.saidAt() != UnitMetadata.OfPassage.UNDATED;
    }

    private void measure(List<Integer> ordered, @Nullable VectorBlock vectors) {
        if (vectors == null) {
            return;
        }
        List<Integer> heads =
                ordered.stream().filter(slot -> head[slot] == slot).toList();
        float[] before = new float[vectors.dimension()];
        float[] here = new float[vectors.dimension()];
        float[] after = new float[vectors.dimension()];
        for (int i = 0; i <= heads.size(); i++) {
            Arrays.fill(after, 0);
            if (i < heads.size()) {
                addTurn(after, heads.get(i), vectors);
            }
            if (i > 0) {
                int slot = heads.get(i - 1);
                windowNorms[slot] = length(
                        this.before[slot] == NONE ? null : before, here, this.after[slot] == NONE ? null : after);
            }
            float[] oldest = before;
            before = here;
            here = after;
            after = oldest;
        }
    }

    /** Returns the norm of the sum of a turn and its neighbours; null for a missing neighbour. */
    private static float length(float @Nullable [] before, float[] here, float @Nullable [] after) {
        float squares = 0;
        for (int i = 0; i < here.length; i++) {
            float sum = here[i] + (before == null ? 0 : before[i]) + (after == null ? 0 : after[i]);
            squares += sum * sum;
        }
        return (float) Math.sqrt(squares);
    }

    private void addTurn(float[] sum, int turn, VectorBlock vectors) {
        for (int slot = turn; slot != NONE; slot = next[slot]) {
            vectors.addTo(sum, slot);
        }
    }

    private void grow(int slots) {
        if (slots > before.length) {
            int length = slots + (slots >> 2);
            head = Arrays.copyOf(head, length);
            next = Arrays.copyOf(next, length);
            before = Arrays.copyOf(before, length);
            after = Arrays.copyOf(after, length);
            windowNorms = Arrays.copyOf(windowNorms, length);
        }
    }

    private static int compare(UnitMetadata.OfPassage a, UnitMetadata.OfPassage b) {
        return a.index() != b.index() ? Integer.compare(a.index(), b.index()) : Integer.compare(a.part(), b.part());
    }
}
