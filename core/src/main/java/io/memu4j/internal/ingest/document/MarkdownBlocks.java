package io.memu4j.internal.ingest.document;

import io.memu4j.spi.document.DocumentBlock;
import io.memu4j.spi.document.DocumentBlock.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Takes a document apart into blocks. Used once. */
final class MarkdownBlocks {
    private final List<String> lines;
    private final List<DocumentBlock> blocks = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private Kind kind = Kind.PARAGRAPH;

    private MarkdownBlocks(List<String> lines) {
        this.lines = lines;
    }

    /** The blocks in order; none for a blank text. Front matter and rules are left out. */
    static List<DocumentBlock> of(String text) {
        MarkdownBlocks parser = new MarkdownBlocks(
                MarkdownSyntax.withoutFrontMatter(text.lines().toList()));
        parser.parse();
        return parser.blocks;
    }

    private void parse() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (MarkdownSyntax.FENCE.matcher(line).matches()) {
                i = takeCode(i);
            } else if (line.isBlank()) {
                i = takeBlank(i);
            } else if (!takeHeading(line) && !takeRule(line)) {
                takeText(line);
            }
        }
        close();
    }

    /** A fence belongs to the list item it is indented under. */
    private int takeCode(int start) {
        boolean inList = kind == Kind.LIST && !open.isEmpty() && MarkdownSyntax.isIndented(lines.get(start));
        if (!inList) {
            begin(Kind.CODE);
        }
        String mark = lines.get(start).strip().substring(0, 3);
        int end = start + 1;
        while (end < lines.size() && !isClosing(lines.get(end), mark)) {
            end++;
        }
        open.addAll(lines.subList(start, Math.min(end + 1, lines.size())));
        if (!inList) {
            close();
        }
        return end;
    }

    private static boolean isClosing(String line, String mark) {
        String stripped = line.strip();
        return stripped.startsWith(mark) && stripped.chars().allMatch(c -> c == mark.charAt(0));
    }

    /** A list goes on after blank lines with another item or with something indented. */
    private int takeBlank(int start) {
        int next = start + 1;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        boolean goesOn = kind == Kind.LIST
                && next < lines.size()
                && (MarkdownSyntax.isItem(lines.get(next)) || MarkdownSyntax.isIndented(lines.get(next)));
        if (goesOn) {
            open.add("");
        } else {
            close();
        }
        return next - 1;
    }

    private boolean takeHeading(String line) {
        Matcher heading = MarkdownSyntax.HEADING.matcher(line);
        if (heading.matches()) {
            close();
            String title =
                    MarkdownSyntax.CLOSING_HASHES.matcher(heading.group(2)).replaceFirst("");
            blocks.add(new DocumentBlock(Kind.HEADING, heading.group(1).length(), title.strip()));
            return true;
        }
        boolean underlined = kind == Kind.PARAGRAPH
                && open.size() == 1
                && MarkdownSyntax.UNDERLINE.matcher(line).matches();
        if (underlined) {
            blocks.add(new DocumentBlock(
                    Kind.HEADING,
                    line.strip().startsWith("=") ? 1 : 2,
                    open.get(0).strip()));
            open.clear();
        }
        return underlined;
    }

    private boolean takeRule(String line) {
        boolean rule = MarkdownSyntax.RULE.matcher(line).matches();
        if (rule) {
            close();
        }
        return rule;
    }

    private void takeText(String line) {
        boolean row = MarkdownSyntax.isTableRow(line) && kind != Kind.LIST;
        if (row != (kind == Kind.TABLE)) {
            begin(row ? Kind.TABLE : Kind.PARAGRAPH);
        }
        if (!row && kind != Kind.LIST && MarkdownSyntax.isItem(line)) {
            begin(Kind.LIST);
        }
        open.add(line);
    }

    private void begin(Kind next) {
        close();
        kind = next;
    }

    private void close() {
        String text = String.join("\n", open).stripTrailing();
        if (!text.isBlank()) {
            blocks.add(new DocumentBlock(kind, 0, text));
        }
        open.clear();
        kind = Kind.PARAGRAPH;
    }
}
