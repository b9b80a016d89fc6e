package io.memu4j.internal.category;

import io.memu4j.internal.llm.answer.AnswerFields;
import io.memu4j.model.MemoryItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a model changes in a summary: lines to leave out, by number, and lines to add. The other lines stay as they are. */
final class SummaryEdit {
    private static final Pattern NUMBER = Pattern.compile("(?m)^\\s*\\[\\d{1,6}\\] ?");

    private SummaryEdit() {}

    /** Returns the lines of a summary, each with its number. */
    static String numbered(String summary) {
        List<String> lines = lines(summary);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 0 ? "" : "\n")
                    .append('[')
                    .append(i + 1)
                    .append("] ")
                    .append(lines.get(i));
        }
        return text.toString();
    }

    /**
     * Returns the summary after the change that an answer asks for.
     *
     * @return empty if it asks for none, leaves out that something is new, or keeps a line that says what is gone
     */
    static Optional<String> applied(AnswerFields answer, SummaryTask task) {
        if (answer.value("remove").isEmpty() && answer.value("add").isEmpty()) {
            return Optional.empty();
        }
        List<String> old = lines(task.oldSummary());
        Set<Integer> removed = new HashSet<>(answer.lineNumbers("remove"));
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            if (!removed.contains(i + 1)) {
                kept.add(old.get(i));
            }
        }
        List<String> added = answer.texts("add").stream()
                .flatMap(SummaryEdit::bullets)
                .filter(line -> !kept.contains(line))
                .toList();
        boolean unchanged = added.isEmpty() && kept.size() == old.size();
        boolean wanted = task.added().stream()
                .anyMatch(item -> old.stream().noneMatch(line -> SummaryText.mentions(line, item)));
        if ((unchanged && wanted) || kept.stream().anyMatch(line -> saysWhatIsGone(line, task))) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(added);
        lines.addAll(kept);
        return Optional.of(String.join("\n", lines));
    }

    /** Returns a text without the numbers of lines that a model copied. */
    static String withoutNumbers(String written) {
        return NUMBER.matcher(written).replaceAll("");
    }

    private static Stream<String> bullets(String text) {
        return withoutNumbers(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.startsWith("- ") || line.startsWith("#") ? line : "- " + line);
    }

    private static List<String> lines(String summary) {
        return summary.lines().filter(line -> !line.isBlank()).toList();
    }

    private static boolean saysWhatIsGone(String line, SummaryTask task) {
        return task.removed().stream()
                .filter(gone -> task.added().stream().noneMatch(item -> isSame(item, gone)))
                .anyMatch(gone -> SummaryText.mentions(line, gone)
                        && task.remaining().stream().noneMatch(item -> SummaryText.mentions(line, item)));
    }

    private static boolean isSame(MemoryItem one, MemoryItem other) {
        return one.summary().equals(other.summary()) && Objects.equals(one.happenedAt(), other.happenedAt());
    }
}
