package io.memu4j;

import io.memu4j.admin.MemoryAdmin;
import io.memu4j.error.ConfigurationException;
import io.memu4j.model.MemoryScope;
import io.memu4j.transfer.MemoryTransfer;
import java.time.Duration;

/** The parts of one factory, and the count of the calls that use them. */
final class OpenMemoryServiceFactory implements MemoryServiceFactory {
    private static final MemoryScope QUICK_START = new MemoryScope("default", "default");

    private final Wiring wiring;
    private final boolean quickStart;
    private final RunningCalls calls = new RunningCalls();

    OpenMemoryServiceFactory(Wiring wiring, boolean quickStart) {
        this.wiring = wiring;
        this.quickStart = quickStart;
    }

    @Override
    public MemoryService service(MemoryScope scope) {
        return calls.counted(MemoryService.class, wiring.service(scope));
    }

    @Override
    public MemoryService service() {
        if (!quickStart) {
            throw new ConfigurationException("service() without ids works on MemoryServiceFactory.inMemory() alone."
                    + " Name the user and the agent: service(userId, agentId).");
        }
        return service(QUICK_START);
    }

    @Override
    public MemoryAdmin admin() {
        return calls.counted(MemoryAdmin.class, wiring.admin());
    }

    @Override
    public MemoryTransfer transfer() {
        return calls.counted(MemoryTransfer.class, wiring.transfer());
    }

    @Override
    public void close() {
        calls.refuse();
        wiring.close();
    }

    @Override
    public boolean close(Duration longest) {
        calls.refuse();
        boolean ended = calls.await(longest);
        wiring.close();
        return ended;
    }
}
