package io.memu4j.retrieve;

import io.memu4j.model.MemoryScope;
import java.util.List;

/**
 * Several memories that are read together and never written. Obtained from {@link io.memu4j.MemoryService#across}. Immutable,
 * thread-safe.
 */
public interface SeveralMemories {
    /**
     * Returns a copy that also reads another memory, such as one that an organisation shares. The application decides who may read it:
     * never take the scope from a user or a model.
     *
     * @param shared the memory
     * @return the copy
     */
    SeveralMemories including(MemoryScope shared);

    /** {@return the memories, in the order in which they are asked; not modifiable} */
    List<MemoryScope> scopes();

    /**
     * Asks each memory by itself, in a session of its own. Costs what {@link io.memu4j.MemoryService#retrieve(RetrieveRequest)} costs, once
     * per memory. Scores of different memories are not comparable.
     *
     * @param request the question, and how to answer it
     * @return one answer per memory, in the order of {@link #scopes}
     * @throws io.memu4j.error.MemoryException as {@link io.memu4j.MemoryService#retrieve(RetrieveRequest)}; there is no partial answer
     */
    List<Answer> retrieve(RetrieveRequest request);

    /**
     * The answer of one memory.
     *
     * @param scope the user and the agent that it belongs to
     * @param result what it holds
     */
    record Answer(MemoryScope scope, RetrieveResult result) {}
}
