package io.memu4j;

import io.memu4j.MemorizeListener.Step;
import io.memu4j.category.Candidate;
import io.memu4j.extract.Statement;
import io.memu4j.model.MemoryType;
import java.util.List;

/** Embeds statements and finds the categories they belong to. */
record Linking(Wiring.Parts parts, Operation operation) {
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
    List<String> bestFor(MemoryType type, String text) {
        return parts.linker()
                .link(List.of(candidate(type, text, List.of())), operation.calls())
                .get(0);
    }

    private Candidate candidate(MemoryType type, String text, List<String> suggested) {
        return new Candidate(type, text, operation.embedder().vector(text), suggested);
    }
}
