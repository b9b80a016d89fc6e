package io.memu4j.internal.search.index;

import io.memu4j.internal.search.vector.VectorBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which passage stands before and after which, and what follows from that: the length of the windows of three around each.
 *
 * <p>What stands in the order are turns: a turn is one passage, or several short ones that the same person said one after the other within
 * a minute each. A turn is known by its first passage, its head. Turns hours apart are no neighbours: another talk has begun.
 */
public final class PassageOrder {
    /** No neighbour. */
    public static final int NONE = -1;

    /** Within so many seconds of the line before, a line of the same speaker goes on with it. */
    private static final long SAME_TURN_SECONDS = 60;
    /** A turn of so many terms is complete: about two messages of some length. */
    private static final int LONG_TURN = 80;
    /** After a silence of so many seconds another talk begins. */
    private static final long OTHER_TALK_SECONDS = 4 * 3600;

    private int[] head = {};
    private int[] next = {};
    private int[] before = {};
    private int[] after = {};
    private float[] windowNorms = {};
    private final Map<Integer, WindowLengths> windowLengths = new ConcurrentHashMap<>();

    /** The first passage of the turn that a passage is in, or {@link #NONE} for a slot without a passage. */
    public int head(int slot) {
        return head[slot];
    }

    /** The passage after that one in the same turn, or {@link #NONE}. */
    public int next(int slot) {
        return next[slot];
    }

    /** The head of the turn before that of a head, or {@link #NONE}. */
    public int before(int head) {
        return before[head];
    }

    /** The head of the turn after that of a head, or {@link #NONE}. */
    public int after(int head) {
        return after[head];
    }

    /** The length of the sum of the vectors of the turn of a head and its neighbours; 0 where none of them has one. */
    public float windowNorm(int head) {
        return windowNorms[head];
    }

    /** The lengths of all windows of that reach; counted when first asked for after a change. */
    public WindowLengths windowLengths(Slots slots, LexicalIndex words, int reach) {
        return windowLengths.computeIfAbsent(reach, r -> WindowLengths.of(this, slots, words, r));
    }

    /** Brings the order up to date for the passages of those resources. */
    void refresh(Units<UnitMetadata.OfPassage> passages, Set<String> resourceIds) {
        windowLengths.clear();
        grow(passages.slots().limit());
        for (int slot = 0; slot < head.length; slot++) {
            head[slot] = passages.slots().isUsed(slot) ? head[slot] : NONE;
        }
        for (List<Integer> ordered : byResource(passages, resourceIds).values()) {
            ordered.sort((a, b) -> compare(passages.facts(a), passages.facts(b)));
            link(ordered, passages);
            measure(ordered, passages.vectors());
        }
    }

    /** Heap taken, in bytes. */
    long bytes() {
        return 28L * before.length;
    }

    private static Map<String, List<Integer>> byResource(
            Units<UnitMetadata.OfPassage> passages, Set<String> resourceIds) {
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

    private void link(List<Integer> ordered, Units<UnitMetadata.OfPassage> passages) {
        int last = NONE;
        int turnLength = 0;
        for (int slot : ordered) {
            int length = passages.words().length(slot);
            next[slot] = NONE;
            before[slot] = NONE;
            after[slot] = NONE;
            if (last != NONE && turnLength < LONG_TURN && goesOn(passages.facts(last), passages.facts(slot))) {
                head[slot] = head[last];
                next[last] = slot;
                turnLength += length;
            } else {
                head[slot] = slot;
                turnLength = length;
                if (last != NONE && isSameTalk(passages.facts(last), passages.facts(slot))) {
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

    /** The length of the sum of a turn and its neighbours, which may be missing. */
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
