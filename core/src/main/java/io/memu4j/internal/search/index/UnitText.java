package io.memu4j.internal.search.index;

import io.memu4j.model.Category;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words by which a unit of each kind may be found. */
final class UnitText {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy EEEE", Locale.ENGLISH);

    private UnitText() {}

    /** When it was said, by whom, and what. */
    static String of(Passage passage) {
        StringBuilder text = new StringBuilder();
        if (passage.saidAt() != null) {
            text.append(DATE.format(passage.saidAt())).append(' ');
        }
        if (passage.speaker() != null) {
            text.append(passage.speaker()).append(": ");
        }
        return text.append(passage.text()).toString();
    }

    /** Whether a passage ends as a question, in any of the scripts that have a mark for it. */
    static boolean asks(Passage passage) {
        String text = passage.text().stripTrailing();
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        return last == '?' || last == '\uff1f' || last == '\u061f';
    }

    /** Who said it, the statement, and when it happened. */
    static String of(MemoryItem item) {
        String said = item.speaker() == null ? item.summary() : item.speaker() + ": " + item.summary();
        return item.happenedAt() == null ? said : said + " " + words(item.happenedAt());
    }

    static String of(Category category) {
        return category.name().replace('_', ' ') + " " + category.description() + " " + category.summary();
    }

    /** The caption, and the last part of the address in words. */
    static String of(Resource resource) {
        String url = resource.url();
        String name = url.substring(Math.max(url.lastIndexOf('/'), url.lastIndexOf('\\')) + 1);
        String words = name.replace('_', ' ').replace('-', ' ').replace('.', ' ');
        return resource.caption() == null ? words : resource.caption() + " " + words;
    }

    private static String words(HappenedAt when) {
        LocalDate day = when.start().toLocalDate();
        return switch (when.precision()) {
            case MINUTE, DAY, WEEK -> DATE.format(day);
            case MONTH, SEASON ->
                DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH).format(day);
            case YEAR -> Integer.toString(day.getYear());
        };
    }
}
