package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.Slots;

/** Collects the best {@code k} slots in a heap. Equal scores are ordered by id, so that results do not depend on the numbers of slots. */
final class TopK {
    private final Slots ids;
    private final int[] slots;
    private final float[] scores;
    private int size;

    TopK(int k, Slots ids) {
        this.ids = ids;
        this.slots = new int[k];
        this.scores = new float[k];
    }

    void offer(int slot, float score) {
        if (size < slots.length) {
            slots[size] = slot;
            scores[size] = score;
            siftUp(size++);
        } else if (size > 0 && isWorse(slots[0], scores[0], slot, score)) {
            slots[0] = slot;
            scores[0] = score;
            siftDown();
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Returns the lowest score in the heap. */
    float worstScore() {
        return scores[0];
    }

    /** Removes the slot with the lowest score and returns it. */
    int pollWorst() {
        int worst = slots[0];
        size--;
        slots[0] = slots[size];
        scores[0] = scores[size];
        siftDown();
        return worst;
    }

    int size() {
        return size;
    }

    private void siftUp(int from) {
        int child = from;
        while (child > 0) {
            int parent = (child - 1) >> 1;
            if (!isWorse(slots[child], scores[child], slots[parent], scores[parent])) {
                return;
            }
            swap(child, parent);
            child = parent;
        }
    }

    private void siftDown() {
        int parent = 0;
        while (true) {
            int child = 2 * parent + 1;
            if (child >= size) {
                return;
            }
            if (child + 1 < size && isWorse(slots[child + 1], scores[child + 1], slots[child], scores[child])) {
                child++;
            }
            if (!isWorse(slots[child], scores[child], slots[parent], scores[parent])) {
                return;
            }
            swap(child, parent);
            parent = child;
        }
    }

    private boolean isWorse(int slot, float score, int otherSlot, float otherScore) {
        if (score != otherScore) {
            return score < otherScore;
        }
        return ids.id(slot).compareTo(ids.id(otherSlot)) > 0;
    }

    private void swap(int a, int b) {
        int slot = slots[a];
        slots[a] = slots[b];
        slots[b] = slot;
        float score = scores[a];
        scores[a] = scores[b];
        scores[b] = score;
    }
}
