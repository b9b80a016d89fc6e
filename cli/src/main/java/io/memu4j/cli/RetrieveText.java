package io.memu4j.cli;

import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.retrieve.RetrieveResult.ScoredPassage;
import java.util.List;
import java.util.function.Function;

/** What a person reads after a retrieve: the sources first, since they are the proof. */
final class RetrieveText {
    private RetrieveText() {}

    static String of(RetrieveResult result) {
        if (result.isEmpty()) {
            return "Nothing found in this memory.";
        }
        StringBuilder text = new StringBuilder();
        section(text, "Said or written", result.passages(), RetrieveText::passage);
        section(text, "Remembered", result.items(), found -> Lines.statement(found.value()));
        section(
                text,
                "Topics",
                result.categories(),
                found -> found.value().name() + ": "
                        + Lines.quoted(Lines.plain(found.value().summary())));
        section(text, "Sources", result.resources(), found -> {
            String caption = found.value().caption();
            return found.value().url() + (caption == null ? "" : ": " + Lines.quoted(caption));
        });
        return text.toString();
    }

    static String passage(ScoredPassage found) {
        return "\"" + Lines.quoted(found.value().text()) + "\"\n     " + Lines.origin(found.value()) + ", in "
                + Lines.shortName(found.resource());
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
