package io.memu4j.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a paragraph put together.
 *
 * @param items where it is a list
 * @param text where it is none, else empty
 */
record PdfParagraph(List<Item> items, String text) {
    private static final Pattern ITEM =
            Pattern.compile("(?:([\u2022\u25cf\u25aa\u25e6\u2023\u00b7*\u2013-])|(\\d{1,3}[.)]))\\s+(\\S.*)");
    /** A word that goes on in the next line. */
    private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{Ll})-\\n(?=\\p{Ll})");

    /** Whether a paragraph starts a list. */
    static boolean isItem(String paragraph) {
        return ITEM.matcher(paragraph.lines().findFirst().orElse("")).matches();
    }

    record Item(String mark, String text) {}

    static PdfParagraph of(String paragraph) {
        List<String> lines = paragraph.lines().map(String::strip).toList();
        if (!ITEM.matcher(lines.get(0)).matches()) {
            return new PdfParagraph(List.of(), joined(lines));
        }
        List<Item> items = new ArrayList<>();
        List<String> open = new ArrayList<>();
        String mark = "-";
        for (String line : lines) {
            Matcher item = ITEM.matcher(line);
            if (item.matches()) {
                if (!open.isEmpty()) {
                    items.add(new Item(mark, joined(open)));
                    open.clear();
                }
                mark = item.group(2) == null ? "-" : item.group(2);
                open.add(item.group(3));
            } else {
                open.add(line);
            }
        }
        items.add(new Item(mark, joined(open)));
        return new PdfParagraph(items, "");
    }

    private static String joined(List<String> lines) {
        return HYPHEN.matcher(String.join("\n", lines)).replaceAll("").replace('\n', ' ');
    }
}
