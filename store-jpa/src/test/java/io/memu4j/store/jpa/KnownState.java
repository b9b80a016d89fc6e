package io.memu4j.store.jpa;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a memory holds as far as it was acknowledged: user to source key to number of messages. */
final class KnownState {
    /** An operation that was begun. */
    record Begun(String what, String user, String key, int number) {
        static Begun parse(String line) {
            String[] words = line.split(" ");
            return new Begun(words[1], words[2], words[3], Integer.parseInt(words[4]));
        }
    }

    private static final int HISTORY = 40;

    private final Map<String, Integer> imported;
    private final Map<String, Map<String, Map<String, Integer>>> backups = new HashMap<>();
    private Map<String, Map<String, Integer>> users = new TreeMap<>();

    @Nullable
    Begun pending;

    int acknowledged;

    /** The last lines the program said, for whoever reads a failure. */
    private final Deque<String> heard = new ArrayDeque<>();

    /** @param imported what the file holds that imports read */
    KnownState(Map<String, Integer> imported) {
        this.imported = imported;
    }

    /** Takes in a line the program said. */
    void heard(String line) {
        heard.add(line);
        if (heard.size() > HISTORY) {
            heard.remove();
        }
        if (line.startsWith("begin ")) {
            pending = Begun.parse(line);
        } else if (line.equals("done") && pending != null) {
            users = after(pending);
            if (pending.what().equals("backup")) {
                backups.put(pending.key(), copy(users));
            }
            pending = null;
            acknowledged++;
        }
    }

    Map<String, Map<String, Integer>> acknowledgedContents() {
        return copy(users);
    }

    /** What it holds if the operation under way took effect. */
    Map<String, Map<String, Integer>> contentsWithPending() {
        return pending == null ? copy(users) : after(pending);
    }

    boolean knowsBackup(String name) {
        return backups.containsKey(name);
    }

    /** A backup that was complete when the program was killed, but not acknowledged. */
    void backupIsThere(String name) {
        backups.put(name, copy(users));
    }

    @Override
    public String toString() {
        return "heard " + heard;
    }

    /** What was found is what is known from now on. */
    void settle(Map<String, Map<String, Integer>> found) {
        users = copy(found);
        pending = null;
    }

    private Map<String, Map<String, Integer>> after(Begun begun) {
        Map<String, Map<String, Integer>> next = copy(users);
        Map<String, Integer> keys = next.computeIfAbsent(begun.user(), user -> new TreeMap<>());
        switch (begun.what()) {
            case "memorize" -> keys.put(begun.key(), begun.number());
            case "append" -> keys.merge(begun.key(), begun.number(), Integer::sum);
            case "delete" -> keys.remove(begun.key());
            case "erase" -> keys.clear();
            case "import" -> keys.putAll(imported);
            case "restore" -> next = copy(backups.get(begun.key()));
            default -> {} // the contents stay
        }
        next.values().removeIf(Map::isEmpty);
        return next;
    }

    private static Map<String, Map<String, Integer>> copy(Map<String, Map<String, Integer>> users) {
        Map<String, Map<String, Integer>> copy = new TreeMap<>();
        users.forEach((user, keys) -> copy.put(user, new TreeMap<>(keys)));
        return copy;
    }
}
