package io.memu4j.internal.understand.chat;

import io.memu4j.internal.understand.MissingRange;
import io.memu4j.internal.understand.Statement;
import io.memu4j.spi.store.ItemKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a window once the model was asked.
 *
 * @param caption the last one given, or null
 * @param gaps what was not understood of it
 * @param leftOut which entries of the answers do not count and why
 */
record Notes(@Nullable String caption, List<Statement> statements, List<MissingRange> gaps, List<String> leftOut) {
    static final Notes NOTHING = new Notes(null, List.of(), List.of(), List.of());

    /** Both, the same statement once with all that proves it. */
    Notes and(Notes next) {
        Map<ItemKey, Statement> all = new LinkedHashMap<>();
        List<Statement> both = new ArrayList<>(statements);
        both.addAll(next.statements);
        both.forEach(statement -> all.merge(ItemKey.of(statement.type(), statement.text()), statement, Notes::merged));
        List<MissingRange> missing = new ArrayList<>(gaps);
        missing.addAll(next.gaps);
        List<String> dropped = new ArrayList<>(leftOut);
        dropped.addAll(next.leftOut);
        return new Notes(next.caption == null ? caption : next.caption, List.copyOf(all.values()), missing, dropped);
    }

    private static Statement merged(Statement first, Statement second) {
        return new Statement(
                first.type(),
                first.text(),
                first.happenedAt() == null ? second.happenedAt() : first.happenedAt(),
                union(first.passageIds(), second.passageIds()),
                union(first.categories(), second.categories()));
    }

    private static List<String> union(List<String> first, List<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
