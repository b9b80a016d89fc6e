package io.memu4j.internal.retrieve;

import io.memu4j.model.MemoryScope;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.SeveralMemories;
import java.util.List;
import java.util.stream.Stream;

/** Asks one memory after the other. */
public record RetrieverAcross(Retriever retriever, List<MemoryScope> scopes) implements SeveralMemories {
    public RetrieverAcross {
        scopes = scopes.stream().distinct().toList();
    }

    @Override
    public SeveralMemories including(MemoryScope shared) {
        return new RetrieverAcross(
                retriever, Stream.concat(scopes.stream(), Stream.of(shared)).toList());
    }

    @Override
    public List<Answer> retrieve(RetrieveRequest request) {
        return scopes.stream()
                .map(scope -> new Answer(scope, retriever.retrieve(scope, request)))
                .toList();
    }
}
