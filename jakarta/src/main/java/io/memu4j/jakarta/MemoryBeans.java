package io.memu4j.jakarta;

import io.memu4j.AfterCommit;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.MemoryAdmin;
import io.memu4j.transfer.MemoryTransfer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The beans that applications inject. */
@Singleton
class MemoryBeans {
    private final MemoryOpening opening;

    @Inject
    MemoryBeans(MemoryOpening opening) {
        this.opening = opening;
    }

    @Produces
    @ApplicationScoped
    MemoryServiceFactory factory() {
        return opening.open();
    }

    void close(@Disposes MemoryServiceFactory memory) {
        opening.close(memory);
    }

    @Produces
    @ApplicationScoped
    MemoryAdmin admin(MemoryServiceFactory memory) {
        return memory.admin();
    }

    @Produces
    @ApplicationScoped
    MemoryTransfer transfer(MemoryServiceFactory memory) {
        return memory.transfer();
    }

    @Produces
    @ApplicationScoped
    AfterCommit afterCommit(MemoryServiceFactory memory, Background background) {
        return AfterCommit.of(memory, opening.transactions(), background);
    }

    @Produces
    @Dependent
    MemoryService callers(MemoryServiceFactory memory, CallerScopes scopes) {
        return new CallersMemory(memory, scopes, opening.settings().agent());
    }

    @Produces
    @Dependent
    @MemoryAgent("")
    MemoryService withAgent(InjectionPoint point, MemoryServiceFactory memory, CallerScopes scopes) {
        String agent = point.getQualifiers().stream()
                .filter(MemoryAgent.class::isInstance)
                .map(qualifier -> ((MemoryAgent) qualifier).value())
                .findFirst()
                .orElseThrow();
        return new CallersMemory(memory, scopes, agent);
    }

    /** Opens the memory when the application starts: a database that is missing fails the deployment, not the first user. */
    void start(@Observes Startup event, MemoryServiceFactory memory) {
        memory.admin();
    }
}
