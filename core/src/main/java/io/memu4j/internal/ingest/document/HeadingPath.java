package io.memu4j.internal.ingest.document;

import io.memu4j.internal.value.Texts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The headings above a place in a document. */
final class HeadingPath {
    /** The longest {@link #line()}, in UTF-16 units. */
    static final int MAX_LENGTH = 200;

    private static final int NEAREST = 2;

    private final String[] titles = new String[7];

    void enter(int level, String title) {
        titles[level] = title;
        for (int deeper = level + 1; deeper < titles.length; deeper++) {
            titles[deeper] = null;
        }
    }

    /** The nearest headings, outer ones first, as one heading: {@code # Outer > Inner}; empty above the first one. */
    String line() {
        List<String> known = Stream.of(titles).filter(Objects::nonNull).toList();
        String path = known.stream().skip(Math.max(0, known.size() - NEAREST)).collect(Collectors.joining(" > "));
        return path.isEmpty() ? "" : Texts.truncated("# " + path, MAX_LENGTH);
    }
}
