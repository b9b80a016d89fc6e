package io.memu4j.internal.understand.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.internal.llm.answer.AnswerFields;
import io.memu4j.internal.llm.answer.PlainLines;
import io.memu4j.internal.understand.Statement;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Passage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the items of one answer, and counts what is wrong with those that do not count. One thread. */
final class ItemReader {
    static final List<String> CONTENT = List.of("content", "text", "summary", "statement", "memory", "fact");

    private static final String[] NUMBERS = {
        "passages",
        "passage",
        "passage_numbers",
        "lines",
        "line",
        "n",
        "numbers",
        "proof",
        "source",
        "sources",
        "evidence"
    };
    private static final int LONGEST = 2_000;
    private static final int MOST_CATEGORIES = 4;
    private final Vocabulary vocabulary;
    private final String instructions;
    private final int passages;
    private final ProofLines proof;
    private final Map<String, Integer> faults = new LinkedHashMap<>();

    /** @param items all that are going to be read: together they tell how the model counts lines */
    ItemReader(Vocabulary vocabulary, String instructions, List<Passage> passages, JsonNode items) {
        this.vocabulary = vocabulary;
        this.instructions = instructions;
        this.passages = passages.size();
        List<ProofLines.Citation> citations = new ArrayList<>();
        items.forEach(item -> citations.add(new ProofLines.Citation(
                fields(item).text(CONTENT.toArray(String[]::new)).orElse(""),
                fields(item).lineNumbers(NUMBERS))));
        this.proof = new ProofLines(passages, citations);
    }

    /** What is wrong with the items that do not count, and how often; empty when all count. */
    String faults() {
        return faults.entrySet().stream()
                .map(fault -> fault.getValue() + " " + fault.getKey())
                .collect(Collectors.joining(", "));
    }

    /** The item, or empty where it does not count. */
    Optional<Statement> read(JsonNode node) {
        AnswerFields item = fields(node);
        Optional<String> content = item.sentence(CONTENT.toArray(String[]::new)).flatMap(ItemReader::statement);
        if (content.isEmpty()) {
            return fault("without a sentence of 3 to " + LONGEST + " characters");
        }
        if (instructions.contains(content.get())) {
            return fault("copied from the instructions");
        }
        List<String> proven = proof.of(content.get(), item.lineNumbers(NUMBERS));
        if (proven.isEmpty()) {
            return fault("without the number of a line that says it, from 1 to " + passages);
        }
        HappenedAt happenedAt = happenedAt(item).orElse(null);
        MemoryType type = vocabulary.nearestType(item.texts("type", "memory_type", "kind"), happenedAt != null);
        List<String> categories = vocabulary.categories(item.texts("categories", "category", "topics")).stream()
                .limit(MOST_CATEGORIES)
                .toList();
        return Optional.of(new Statement(type, content.get(), happenedAt, proven, categories));
    }

    private static AnswerFields fields(JsonNode item) {
        return new AnswerFields(item.isTextual() ? PlainLines.statement(item.textValue()) : item);
    }

    private Optional<Statement> fault(String what) {
        faults.merge(what, 1, Integer::sum);
        return Optional.empty();
    }

    private static Optional<HappenedAt> happenedAt(AnswerFields item) {
        Optional<String> year = item.integers("happened_at", "date", "when").stream()
                .findFirst()
                .map(String::valueOf);
        return item.text("happened_at", "date", "when").or(() -> year).flatMap(IsoDates::parse);
    }

    private static Optional<String> statement(String written) {
        String text = Texts.storable(written.replaceAll("[\\s\\p{Z}]+", " ").strip());
        return text.length() >= 3 && text.length() <= LONGEST ? Optional.of(text) : Optional.empty();
    }
}
