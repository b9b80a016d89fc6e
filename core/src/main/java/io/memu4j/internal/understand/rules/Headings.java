package io.memu4j.internal.understand.rules;

import io.memu4j.model.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headings of a document, as its passages show them: a paragraph may start with a line {@code # Outer > Inner}.
 *
 * @param title the outermost of the first, or null where there is none
 * @param sections those right below the title, in order
 */
record Headings(@Nullable String title, List<String> sections) {
    /** Where a document has no headings of its own, its pages are. */
    private static final Pattern PAGE = Pattern.compile("Page \\d+");

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_SECTION = 40;

    static Headings of(List<Passage> passages) {
        String title = null;
        Set<String> below = new LinkedHashSet<>();
        for (Passage passage : passages) {
            List<String> path = path(passage.text());
            if (title == null && !path.isEmpty() && path.get(0).length() <= LONGEST_TITLE) {
                title = path.get(0);
            }
            boolean inside = path.size() == 1 || (path.size() > 1 && path.get(0).equals(title));
            String last = path.isEmpty() ? "" : path.get(path.size() - 1);
            if (inside && !last.equals(title) && last.length() <= LONGEST_SECTION) {
                below.add(last);
            }
        }
        return new Headings(title, new ArrayList<>(below));
    }

    /** The headings in the first line, outer ones first; empty where it is none. */
    private static List<String> path(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        if (!Prose.isHeading(line)) {
            return List.of();
        }
        return Arrays.stream(Prose.heading(line).split(" > "))
                .map(String::strip)
                .filter(heading -> !heading.isEmpty() && !PAGE.matcher(heading).matches())
                .toList();
    }
}
