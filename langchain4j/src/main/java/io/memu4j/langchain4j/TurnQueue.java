package io.memu4j.langchain4j;

import io.memu4j.MemoryService;
import io.memu4j.error.BudgetExceededException;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.MemoryException;
import io.memu4j.error.StoreException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns of one conversation on their way into the memory, in order. A turn leaves the queue when it is stored, so a failure loses
 * none. Its own monitor guards the lists, and a lock sees to it that one thread at a time memorizes.
 */
final class TurnQueue {
    private static final Logger LOG = LoggerFactory.getLogger(TurnQueue.class);

    private final MemoryService memory;
    private final String sourceKey;
    private final ZoneId zone;
    private final ReentrantLock memorizing = new ReentrantLock();
    private final List<ConversationMessage> open = new ArrayList<>();
    private final List<List<ConversationMessage>> finished = new ArrayList<>();
    private boolean claimed;

    TurnQueue(MemoryService memory, String sourceKey, ZoneId zone) {
        this.memory = memory;
        this.sourceKey = sourceKey;
        this.zone = zone;
    }

    synchronized void say(ConversationMessage message) {
        open.add(message);
    }

    /** Ends the turn, if anybody said something in it. */
    synchronized void finish() {
        if (!open.isEmpty()) {
            finished.add(List.copyOf(open));
            open.clear();
        }
    }

    synchronized void dropOpen() {
        open.clear();
    }

    synchronized int size() {
        return finished.size();
    }

    synchronized boolean isIdle() {
        return open.isEmpty() && finished.isEmpty();
    }

    /** Tells whether the caller is to see to it that the turns are memorized: there are some, and nobody else does already. */
    synchronized boolean claim() {
        boolean first = !claimed && !finished.isEmpty();
        claimed |= first;
        return first;
    }

    /**
     * Memorizes all finished turns, those together that wait together: one call costs less than several.
     *
     * @throws MemoryException if it failed; the turns stay
     */
    void memorize() {
        memorizing.lock();
        try {
            int most = Integer.MAX_VALUE;
            for (List<List<ConversationMessage>> turns = first(most); !turns.isEmpty(); turns = first(most)) {
                try {
                    memorize(turns);
                } catch (InvalidInputException | BudgetExceededException e) {
                    if (turns.size() > 1) {
                        most = 1; // so that one bad turn takes no other with it
                        continue;
                    }
                    LOG.warn("A turn of a conversation of {} was not memorized, and never can be.", memory.scope(), e);
                } catch (StoreException e) {
                    if (!e.isWritten()) {
                        throw e;
                    }
                }
                remove(turns.size());
            }
        } finally {
            memorizing.unlock();
        }
    }

    private void memorize(List<List<ConversationMessage>> turns) {
        List<ConversationMessage> messages =
                turns.stream().flatMap(List::stream).toList();
        memory.memorize(MemorizeRequest.append(sourceKey, messages).withZone(zone));
    }

    private synchronized List<List<ConversationMessage>> first(int most) {
        claimed = false; // what finishes from now on may come too late for this thread
        return List.copyOf(finished.subList(0, Math.min(most, finished.size())));
    }

    private synchronized void remove(int turns) {
        finished.subList(0, turns).clear();
    }
}
