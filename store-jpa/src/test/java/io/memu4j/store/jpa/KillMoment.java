package io.memu4j.store.jpa;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Chooses when a program is killed: within an operation of one lane, after a share of the time that such an operation took before. Learns
 * those times from what the program says. One thread.
 */
final class KillMoment {
    private static final long SPIN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private record Begun(String what, long nanos) {}

    private final Random random;
    private final Map<String, Long> took = new HashMap<>();
    private final Map<Integer, Begun> current = new HashMap<>();
    private int passing;

    KillMoment(Random random) {
        this.random = random;
    }

    /** A new program, which is to be killed in an operation of that lane's kind. */
    void aimAt(KillLane lane) {
        // The first of a kind takes longer than those after it: classes are loaded. A migration comes only once.
        passing = lane.kind().equals("migrate") ? 0 : 1 + random.nextInt(2);
        current.clear();
    }

    /** Takes in what the program says of any lane; true when it is to be killed, after a wait that is part of this call. */
    boolean reached(KillLane lane, String said, boolean aim) {
        if (said.startsWith("begin ")) {
            Begun begun = new Begun(said.split(" ")[1], System.nanoTime());
            current.put(lane.number(), begun);
            if (!aim || !begun.what().equals(lane.kind()) || passing > 0) {
                return false;
            }
            pause((long) (share() * took.getOrDefault(lane.prefix() + lane.kind(), TimeUnit.SECONDS.toNanos(1))));
            return true;
        }
        Begun begun = said.equals("done") ? current.remove(lane.number()) : null;
        if (begun != null) {
            took.put(lane.prefix() + begun.what(), System.nanoTime() - begun.nanos());
            passing -= aim && begun.what().equals(lane.kind()) ? 1 : 0;
        }
        return false;
    }

    /** Anywhere in the operation, the later half more often: that is where it commits. */
    private double share() {
        double anywhere = 0.95 * random.nextDouble();
        return random.nextBoolean() ? anywhere : 0.475 + anywhere / 2;
    }

    private static void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            if (left > SPIN_NANOS) {
                LockSupport.parkNanos(left - SPIN_NANOS);
            } else {
                Thread.onSpinWait();
            }
        }
    }
}
