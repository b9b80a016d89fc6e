package io.memu4j.internal.llm.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for the JSON in the text of an answer. One thread, one text. */
final class AnswerSearch {
    /** Beyond that many openings that lead nowhere a text is noise. */
    private static final int MOST_ATTEMPTS = 200;

    private static final int LONGEST = 4_000_000;

    private static final int MOST_APART = 2_000;

    private final Predicate<JsonNode> fits;
    /** Complete objects that are not what was asked for by themselves. */
    private final List<JsonNode> apart = new ArrayList<>();

    private @Nullable JsonNode complete;
    private JsonAnswer.@Nullable Salvaged salvaged;
    private boolean sawJson;

    AnswerSearch(Predicate<JsonNode> fits) {
        this.fits = fits;
    }

    JsonAnswer in(String text) {
        if (text.isBlank()) {
            return new JsonAnswer.Unusable("the answer is empty");
        }
        if (text.length() > LONGEST) {
            return new JsonAnswer.Unusable("the answer has more than " + LONGEST + " characters");
        }
        String removed = Thoughts.removed(text);
        String spoken = removed.isBlank() ? Thoughts.withoutFirstTag(text) : removed;
        search(spoken);
        if (complete != null) {
            return new JsonAnswer.Complete(complete);
        }
        if (salvaged != null && salvaged.cutOff()) {
            return salvaged;
        }
        Optional<JsonNode> other = salvaged == null
                ? inAnotherForm(spoken)
                : repaired(spoken).stream().findFirst();
        if (other.isPresent()) {
            return new JsonAnswer.Complete(other.get());
        }
        if (salvaged != null) {
            return salvaged;
        }
        if (removed.isBlank()) {
            return new JsonAnswer.Unusable("the answer holds thoughts and nothing else");
        }
        return new JsonAnswer.Unusable(
                sawJson ? "the JSON in the answer is not of the form asked for" : "there is no JSON in the answer");
    }

    /** What weaker models write instead: JSON in pieces, within a text, with other marks; XML; a table; lines. */
    private Optional<JsonNode> inAnotherForm(String text) {
        List<Supplier<List<JsonNode>>> forms = List.of(
                () -> repaired(text),
                () -> List.of(JsonNodeFactory.instance.arrayNode().addAll(apart)),
                this::withinTexts,
                () -> List.of(MarkupTree.of(text)),
                () -> PlainLines.readings(text));
        return forms.stream()
                .flatMap(form -> form.get().stream())
                .filter(root -> !root.isEmpty() && fits.test(root))
                .findFirst();
    }

    private List<JsonNode> repaired(String text) {
        AnswerSearch again = new AnswerSearch(fits);
        again.search(JsonRepair.of(text));
        boolean isWhole = again.complete != null && hasPairedQuotes(again.complete);
        return isWhole ? List.of(again.complete) : List.of();
    }

    /** A quote without its other half tells that a text took in what came after its end. */
    private static boolean hasPairedQuotes(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue().chars().filter(c -> c == '"').count() % 2 == 0;
        }
        for (JsonNode below : node) {
            if (!hasPairedQuotes(below)) {
                return false;
            }
        }
        return true;
    }

    /** JSON as the text of a field, as the arguments of a tool call are. */
    private List<JsonNode> withinTexts() {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode root : apart) {
            for (String name : new String[] {"arguments", "parameters", "input", "content", "answer", "result"}) {
                for (JsonNode value : root.findValues(name)) {
                    if (value.isTextual()) {
                        AnswerSearch inner = new AnswerSearch(fits);
                        inner.search(value.textValue());
                        Stream.ofNullable(inner.complete).forEach(found::add);
                    }
                }
            }
        }
        return found;
    }

    private void search(String text) {
        int at = opening(text, 0);
        for (int attempt = 0; at >= 0 && attempt < MOST_ATTEMPTS; attempt++) {
            JsonReading reading = JsonReading.of(text, at);
            weigh(reading, attempt == 0);
            boolean noJson = reading.root().isEmpty() && reading.fault() != null && !reading.cutOff();
            at = opening(text, noJson ? at + 1 : Math.max(at + 1, reading.end()));
        }
    }

    private void weigh(JsonReading reading, boolean first) {
        JsonNode root = reading.root();
        String fault = reading.fault();
        sawJson |= fault == null || !root.isEmpty();
        if ((root.isEmpty() && (fault != null || !first)) || !fits.test(root)) {
            if (fault == null && root.isObject() && apart.size() < MOST_APART) {
                apart.add(root);
            }
            return;
        }
        if (fault != null) {
            salvaged = salvaged == null ? new JsonAnswer.Salvaged(root, reading.cutOff(), fault) : salvaged;
        } else if (salvaged == null || root.isObject()) { // a list after something broken is a part of that
            complete = root;
        }
    }

    private static int opening(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '[') {
                return i;
            }
        }
        return -1;
    }
}
