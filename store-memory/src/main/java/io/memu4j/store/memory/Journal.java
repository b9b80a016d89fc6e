package io.memu4j.store.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Makes changes to maps that can be taken back. One thread. */
final class Journal {
    private final Deque<Runnable> undo = new ArrayDeque<>();

    <K, V> void put(Map<K, V> map, K key, V value) {
        V before = map.put(key, value);
        undo.push(before == null ? () -> map.remove(key) : () -> map.put(key, before));
    }

    <K, V> void remove(Map<K, V> map, K key) {
        V before = map.remove(key);
        if (before != null) {
            undo.push(() -> map.put(key, before));
        }
    }

    <K, V> void add(Map<K, Set<V>> sets, K key, V value) {
        Set<V> set = sets.get(key);
        if (set == null) {
            set = new LinkedHashSet<>();
            put(sets, key, set);
        }
        Set<V> members = set;
        if (members.add(value)) {
            undo.push(() -> members.remove(value));
        }
    }

    <K, V> void drop(Map<K, Set<V>> sets, K key, V value) {
        Set<V> members = sets.get(key);
        if (members == null || !members.remove(value)) {
            return;
        }
        undo.push(() -> members.add(value));
        if (members.isEmpty()) {
            remove(sets, key);
        }
    }

    /** Undoes everything, the last first. */
    void takeBack() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
