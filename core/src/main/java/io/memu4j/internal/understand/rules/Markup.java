package io.memu4j.internal.understand.rules;

import java.util.regex.Pattern;

/** Takes Markdown and HTML out of a paragraph and leaves its words. */
final class Markup {
    private static final Pattern FENCE = Pattern.compile("(?s)```.*?(?:```|$)|~~~.*?(?:~~~|$)");
    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]*\\]\\([^)]*\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\([^)]*\\)");
    private static final Pattern TAG = Pattern.compile("</?\\p{Alpha}[^>]{0,300}>");
    private static final Pattern EMPHASIS = Pattern.compile(
            "(\\*\\*|__|`)(?=\\S)(.+?)(?<=\\S)\\1|(?<![\\w*])[*_](?=\\S)([^*_\\n]+?)(?<=\\S)[*_](?![\\w*])");
    private static final Pattern BULLET = Pattern.compile("(?m)^\\s*(?:[-*+•>]|\\d{1,3}[.)])\\s+");
    private static final Pattern HEADING = Pattern.compile("(?m)^\\s*#{1,6}\\s.*$");
    private static final Pattern RULE_OR_TABLE = Pattern.compile("(?m)^\\s*(?:\\|.*\\||[-=*_]{3,}|:::.*)\\s*$");

    private Markup() {}

    /** The text of a paragraph; empty for code, headings and tables. */
    static String removed(String paragraph) {
        String plain = FENCE.matcher(paragraph).replaceAll(" ");
        plain = HEADING.matcher(plain).replaceAll("");
        plain = RULE_OR_TABLE.matcher(plain).replaceAll("");
        plain = IMAGE.matcher(plain).replaceAll("");
        plain = LINK.matcher(plain).replaceAll("$1");
        plain = TAG.matcher(plain).replaceAll("");
        plain = BULLET.matcher(plain).replaceAll("\n\n");
        plain = EMPHASIS.matcher(plain).replaceAll("$2$3");
        return plain.strip();
    }

    /** Whether the paragraph is a heading, and nothing else. */
    static boolean isHeading(String paragraph) {
        return HEADING.matcher(paragraph.strip()).matches();
    }

    /** The words of a heading. */
    static String heading(String paragraph) {
        String line = paragraph.strip().replaceFirst("^#{1,6}\\s+", "").replaceFirst("\\s#+$", "");
        return removed(line.isBlank() ? "" : line);
    }
}
