package io.memu4j.internal.category;

import io.memu4j.internal.value.Texts;
import io.memu4j.model.MemoryItem;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes of what a model wrote a summary that can be kept. */
final class SummaryText {
    private static final String FENCE = "```";

    private SummaryText() {}

    /** Returns the summary, cut to a number of words; empty if the answer holds none. */
    static Optional<String> of(String written, SummaryTask task, int mostWords) {
        List<String> lines = Texts.storable(written)
                .strip()
                .lines()
                .map(String::stripTrailing)
                .filter(line -> !line.strip().startsWith(FENCE))
                .filter(line -> !saysWhatIsGone(line, task))
                .toList();
        String text = within(withoutOldest(lines, task, mostWords), mostWords).strip();
        boolean isSummary = text.codePoints().anyMatch(Character::isLetter) && !text.startsWith("{");
        return isSummary ? Optional.of(text) : Optional.empty();
    }

    private static boolean saysWhatIsGone(String line, SummaryTask task) {
        List<SummaryLine> said = SummaryLine.in(line);
        if (said.stream().anyMatch(l -> l.isEnded() && task.ended().stream().anyMatch(l::says))) {
            return false;
        }
        if (said.stream().anyMatch(l -> task.removed().stream().anyMatch(l::saysWithDate))) {
            return said.stream().noneMatch(l -> task.added().stream().anyMatch(l::saysWithDate))
                    && said.stream().noneMatch(l -> task.remaining().stream().anyMatch(l::saysWithDate));
        }
        return said.stream().anyMatch(l -> task.removed().stream().anyMatch(l::says))
                && said.stream().noneMatch(l -> task.added().stream().anyMatch(l::says))
                && said.stream().noneMatch(l -> task.remaining().stream().anyMatch(l::says));
    }

    /** Leaves out lines from the end until the rest fits, but none that says what is new: models write what is new anywhere. */
    private static List<String> withoutOldest(List<String> lines, SummaryTask task, int mostWords) {
        List<String> kept = new ArrayList<>(lines);
        int words = kept.stream().mapToInt(SummaryText::words).sum();
        boolean saysNew = lines.stream().anyMatch(line -> task.added().stream().anyMatch(item -> mentions(line, item)));
        for (int i = kept.size() - 1; saysNew && i > 0 && words > mostWords; i--) {
            String line = kept.get(i);
            if (task.added().stream().noneMatch(item -> mentions(line, item))) {
                words -= words(line);
                kept.remove(i);
            }
        }
        return kept;
    }

    /** Returns whether a line has most of the longer words of an item. */
    static boolean mentions(String line, MemoryItem item) {
        String said = Texts.normalized(line);
        List<String> telling = Arrays.stream(Texts.normalized(item.summary()).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 3)
                .toList();
        return !telling.isEmpty() && telling.stream().filter(said::contains).count() * 2 > telling.size();
    }

    /** Whole lines as long as they fit, then whole sentences, and if not even one fits, whole words. */
    private static String within(List<String> lines, int mostWords) {
        List<String> kept = new ArrayList<>();
        int left = mostWords;
        for (String line : lines) {
            int words = words(line);
            if (words > left) {
                String start = start(line, left, BreakIterator.getSentenceInstance(Locale.ROOT));
                boolean first = kept.stream().allMatch(String::isBlank);
                if (start.isEmpty() && first) {
                    start = start(line, left, BreakIterator.getWordInstance(Locale.ROOT)) + "…";
                }
                if (words(start) > 0) {
                    kept.add(start);
                }
                break;
            }
            kept.add(line);
            left -= words;
        }
        return String.join("\n", kept);
    }

    /** Returns the beginning of the line up to a boundary, of at most the given number of words. */
    private static String start(String line, int mostWords, BreakIterator boundaries) {
        boundaries.setText(line);
        int end = 0;
        for (int next = boundaries.next(); next != BreakIterator.DONE; next = boundaries.next()) {
            if (words(line.substring(0, next)) > mostWords) {
                break;
            }
            end = next;
        }
        return line.substring(0, end).stripTrailing();
    }

    /** The words of all lines. */
    static int wordsOf(String text) {
        return text.lines().mapToInt(SummaryText::words).sum();
    }

    private static int words(String line) {
        return line.isBlank() ? 0 : new SummaryLine(line.strip(), 1).words();
    }
}
