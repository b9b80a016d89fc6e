package io.memu4j.internal.llm.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for the JSON in the text of an answer. One thread, one text. */
final class AnswerSearch {
    /** Beyond that many openings that lead nowhere a text is noise. */
    private static final int MOST_ATTEMPTS = 200;

    private static final int LONGEST = 4_000_000;

    private final Predicate<JsonNode> fits;
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
        String spoken = Thoughts.removed(text);
        if (spoken.isBlank()) {
            return new JsonAnswer.Unusable("the answer holds thoughts and nothing else");
        }
        search(spoken);
        if (complete != null) {
            return new JsonAnswer.Complete(complete);
        }
        if (salvaged != null) {
            return salvaged;
        }
        return new JsonAnswer.Unusable(
                sawJson ? "the JSON in the answer is not of the form asked for" : "there is no JSON in the answer");
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
