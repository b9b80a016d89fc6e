package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.PassageOrder;
import io.memu4j.internal.search.vector.Comparison;
import io.memu4j.internal.search.vector.SlotScore;
import java.util.BitSet;

/** Compares a query vector with windows by comparing it with their passages. */
final class WindowComparison implements Comparison {
    private final Comparison alone;
    private final PassageOrder order;

    WindowComparison(Comparison alone, PassageOrder order) {
        this.alone = alone;
        this.order = order;
    }

    @Override
    public float refined(int slot) {
        return of(alone::refined, slot);
    }

    @Override
    public void compare(int[] slots) {
        BitSet passages = new BitSet();
        for (int slot : slots) {
            int head = order.head(slot);
            addTurn(order.before(head), passages);
            addTurn(head, passages);
            addTurn(order.after(head), passages);
        }
        alone.compare(passages.stream().toArray());
    }

    @Override
    public float exact(int slot) {
        return of(alone::exact, slot);
    }

    private float of(SlotScore passage, int slot) {
        int head = order.head(slot);
        float norm = order.windowNorm(head);
        float sum = ofTurn(passage, order.before(head)) + ofTurn(passage, head) + ofTurn(passage, order.after(head));
        return norm > 0 ? sum / norm : 0;
    }

    private float ofTurn(SlotScore passage, int head) {
        float sum = 0;
        for (int slot = head; slot != PassageOrder.NONE; slot = order.next(slot)) {
            sum += passage.of(slot);
        }
        return sum;
    }

    private void addTurn(int head, BitSet passages) {
        for (int slot = head; slot != PassageOrder.NONE; slot = order.next(slot)) {
            passages.set(slot);
        }
    }
}
