package io.memu4j.internal.write;

import io.memu4j.internal.category.TopicCandidate;
import io.memu4j.internal.understand.Statement;
import io.memu4j.memorize.MemorizeListener.Step;
import io.memu4j.model.MemoryType;
import java.util.List;

/** Embeds statements and finds the categories they belong to. */
public record CategoryLinking(WriteServices parts, Operation operation) {
    /** Names of categories, a list per statement; one embedding call for all. */
    List<List<String>> of(List<Statement> statements) {
        List<String> texts = statements.stream().map(Statement::text).toList();
        operation.step(Step.EMBED, 0, texts.size());
        operation.embedder().prepare(texts, done -> operation.step(Step.EMBED, done, texts.size()));
        return parts.linker()
                .link(
                        statements.stream()
                                .map(statement -> candidate(statement.type(), statement.text(), statement.categories()))
                                .toList(),
                        operation.calls());
    }

    /** Names of the categories one statement belongs to. */
    public List<String> bestFor(MemoryType type, String text) {
        return parts.linker()
                .link(List.of(candidate(type, text, List.of())), operation.calls())
                .get(0);
    }

    private TopicCandidate candidate(MemoryType type, String text, List<String> suggested) {
        return new TopicCandidate(type, text, operation.embedder().vector(text), suggested);
    }
}
