package io.memu4j.internal.understand.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.internal.llm.answer.AnswerFields;
import io.memu4j.internal.understand.KnownEffect;
import io.memu4j.internal.understand.Statement;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Passage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the items of one answer, and counts what is wrong with those that do not count. One thread. */
final class ItemReader {
    static final List<String> CONTENT = List.of("content", "text", "summary", "statement", "memory");

    private static final int LONGEST = 2_000;
    private static final int MOST_CATEGORIES = 4;
    private final Vocabulary vocabulary;
    private final List<Passage> passages;
    private final List<MemoryItem> known;
    private final Map<String, Integer> faults = new LinkedHashMap<>();

    /** @param known those with the numbers 1, 2, 3 ... */
    ItemReader(Vocabulary vocabulary, List<Passage> passages, List<MemoryItem> known) {
        this.vocabulary = vocabulary;
        this.passages = passages;
        this.known = known;
    }

    /** What is wrong with the items that do not count, and how often. */
    String faults() {
        return faults.entrySet().stream()
                .map(fault -> fault.getValue() + " " + fault.getKey())
                .collect(Collectors.joining(", "));
    }

    /** The item, or empty where it does not count. */
    Optional<Statement> read(JsonNode node) {
        AnswerFields item = new AnswerFields(node);
        Optional<MemoryType> type = item.text("type", "memory_type", "kind").flatMap(vocabulary::type);
        Optional<String> content = item.sentence(CONTENT.toArray(String[]::new)).flatMap(ItemReader::statement);
        List<String> proof = proof(item);
        if (content.isEmpty()) {
            return fault("without a sentence of 3 to " + LONGEST + " characters");
        }
        if (type.isEmpty()) {
            return fault("of a type that is not in the list");
        }
        if (proof.isEmpty()) {
            return fault("without a line number from 1 to " + passages.size());
        }
        List<String> categories = vocabulary.categories(item.texts("categories", "category", "topics")).stream()
                .limit(MOST_CATEGORIES)
                .toList();
        return Optional.of(new Statement(
                type.get(), content.get(), happenedAt(item).orElse(null), proof, categories, effect(item)));
    }

    /** A number that no known item has is left out: what the model says of it cannot be checked. */
    private KnownEffect effect(AnswerFields item) {
        List<String> same = knownIds(item, "same_as");
        return new KnownEffect(
                knownIds(item, "replaces"), knownIds(item, "ends"), same.size() == 1 ? same.get(0) : null);
    }

    private List<String> knownIds(AnswerFields item, String field) {
        return item.integers(field).stream()
                .filter(k -> k >= 1 && k <= known.size())
                .distinct()
                .map(k -> known.get(k - 1).id())
                .toList();
    }

    private Optional<Statement> fault(String what) {
        faults.merge(what, 1, Integer::sum);
        return Optional.empty();
    }

    private List<String> proof(AnswerFields item) {
        return item.integers("passages", "passage", "passage_numbers", "lines").stream()
                .filter(n -> n >= 1 && n <= passages.size())
                .distinct()
                .map(n -> passages.get(n - 1).id())
                .toList();
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
