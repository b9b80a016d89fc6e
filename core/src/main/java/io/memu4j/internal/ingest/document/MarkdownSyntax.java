package io.memu4j.internal.ingest.document;

import java.util.List;
import java.util.regex.Pattern;

/** What the lines of a Markdown text look like. Plain text is Markdown that uses little of it. */
final class MarkdownSyntax {
    static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})[ \\t]++(\\S.*)");
    static final Pattern CLOSING_HASHES = Pattern.compile("[ \\t]++#++[ \\t]*+$");
    static final Pattern UNDERLINE = Pattern.compile(" {0,3}(=+|-{2,}+)[ \\t]*+");
    static final Pattern RULE = Pattern.compile(" {0,3}([-*_])[ \\t]*+(?:\\1[ \\t]*+){2,}+");
    static final Pattern FENCE = Pattern.compile("[ \\t]*+(`{3,}+|~{3,}+)[^`]*+");
    static final Pattern ITEM = Pattern.compile("[ \\t]*+(?:[-*+\u2022]|\\d{1,9}[.)])[ \\t]++\\S.*");
    private static final Pattern METADATA = Pattern.compile("[\\s#-].*|[\\w .-]{1,60}:.*|");
    private static final int LONGEST_FRONT_MATTER = 200;

    private MarkdownSyntax() {}

    static boolean isItem(String line) {
        return ITEM.matcher(line).matches();
    }

    static boolean isIndented(String line) {
        return line.startsWith("  ") || line.startsWith("\t");
    }

    static boolean isTableRow(String line) {
        return line.stripLeading().startsWith("|");
    }

    /** The lines after the block of metadata between {@code ---} lines that may lead a Markdown file. */
    static List<String> withoutFrontMatter(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).strip().equals("---")) {
            return lines;
        }
        for (int i = 1; i < Math.min(lines.size(), LONGEST_FRONT_MATTER); i++) {
            String line = lines.get(i);
            if (line.strip().equals("---") || line.strip().equals("...")) {
                return lines.subList(i + 1, lines.size());
            }
            if (!METADATA.matcher(line).matches()) {
                return lines;
            }
        }
        return lines;
    }
}
