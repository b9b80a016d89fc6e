package io.memu4j.llm.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for the JSON in the text of an answer. One thread, one text. */
final class AnswerSearch {
    /** Beyond that many openings that lead nowhere a text is noise. */
    private static final int MOST_ATTEMPTS = 200;

    private static final int LONGEST = 4_000_000;
    private static final Pattern THOUGHTS =
            Pattern.compile("<(think|thinking|thought|reasoning)>.*?</\\1>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern THOUGHTS_BEGIN =
            Pattern.compile("\\A\\s*<(?:think|thinking|thought|reasoning)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern THOUGHTS_END =
            Pattern.compile("</(?:think|thinking|thought|reasoning)>", Pattern.CASE_INSENSITIVE);

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
        String spoken = withoutThoughts(text);
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

    /** An answer that begins with JSON has no thoughts before it, whatever its texts say. */
    private static String withoutThoughts(String text) {
        char first = text.stripLeading().charAt(0);
        if (first == '{' || first == '[') {
            return text;
        }
        if (THOUGHTS_BEGIN.matcher(text).find()) {
            Matcher end = THOUGHTS_END.matcher(text);
            return end.find() ? withoutThoughts(text.substring(end.end()) + ' ') : "";
        }
        int json = text.indexOf('{');
        Matcher end = THOUGHTS_END.matcher(text);
        int last = 0;
        while (end.find() && (json < 0 || last == 0 || end.start() < json)) {
            last = end.end();
            json = text.indexOf('{', last);
        }
        return THOUGHTS.matcher(text.substring(last)).replaceAll(" ");
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
