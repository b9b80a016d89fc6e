package io.memu4j.cli.view;

import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.retrieve.RetrieveResult.ScoredPassage;
import io.memu4j.retrieve.SignalShare;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a person reads after a retrieve: the sources first, since they are the proof. */
public final class RetrieveText {
    /** The lines that are headings. */
    public static final Set<String> HEADINGS = Set.of("Said or written", "Remembered", "Topics", "Sources");

    private RetrieveText() {}

    public static String of(RetrieveResult result) {
        if (result.isEmpty()) {
            return "Nothing found in this memory.";
        }
        StringBuilder text = new StringBuilder();
        section(text, "Said or written", result.passages(), found -> passage(found) + reasons(found.signals()));
        section(text, "Remembered", result.items(), found -> Lines.statement(found.value()) + reasons(found.signals()));
        section(
                text,
                "Topics",
                result.categories(),
                found -> found.value().name() + ": "
                        + Lines.quoted(Lines.plain(found.value().summary())) + reasons(found.signals()));
        section(text, "Sources", result.resources(), found -> {
            String caption = found.value().caption();
            return found.value().url()
                    + (caption == null ? "" : ": " + Lines.quoted(caption))
                    + reasons(found.signals());
        });
        return text.toString();
    }

    static String passage(ScoredPassage found) {
        return "\"" + Lines.quoted(found.value().text()) + "\"\n     " + Lines.origin(found.value()) + ", in "
                + Lines.shortName(found.resource());
    }

    /** One line, the most important first, in hundredths of the highest score there can be. */
    private static String reasons(List<SignalShare> signals) {
        if (signals.isEmpty()) {
            return "";
        }
        return signals.stream()
                .map(s -> s.signal().key().replace('_', ' ') + " " + Math.round(100 * s.share()))
                .collect(Collectors.joining(", ", "\n     why: ", ""));
    }

    private static <T> void section(StringBuilder text, String title, List<T> rows, Function<T, String> line) {
        if (rows.isEmpty()) {
            return;
        }
        text.append(text.isEmpty() ? "" : "\n").append(title).append('\n');
        for (int i = 0; i < rows.size(); i++) {
            text.append("%3d. %s%n".formatted(i + 1, line.apply(rows.get(i))));
        }
    }
}
