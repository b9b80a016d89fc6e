package io.memu4j.document;

import io.memu4j.spi.document.DocumentBlock;
import io.memu4j.spi.document.DocumentBlock.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects the pieces of a document in order; list items and table rows that follow each other become one piece. */
final class Blocks {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Limits limits;
    private final List<DocumentBlock> blocks = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private Kind kind = Kind.LIST;

    Blocks(Limits limits) {
        this.limits = limits;
    }

    void heading(int level, String title) {
        String line = oneLine(title);
        if (!line.isEmpty()) {
            close();
            counted(line);
            blocks.add(DocumentBlock.heading(level, line));
        }
    }

    void paragraph(String text) {
        if (!text.isBlank()) {
            close();
            counted(text);
            blocks.add(DocumentBlock.paragraph(text.strip()));
        }
    }

    void code(String text) {
        if (!text.isBlank()) {
            close();
            counted(text);
            blocks.add(new DocumentBlock(Kind.CODE, 0, "```\n" + text.stripTrailing() + "\n```"));
        }
    }

    /**
     * One item of a list.
     *
     * @param level from 0
     * @param mark {@code -} or a number with a dot
     */
    void item(int level, String mark, String text) {
        String line = oneLine(text);
        if (!line.isEmpty()) {
            line(Kind.LIST, "  ".repeat(Math.min(level, 8)) + mark + " " + line);
        }
    }

    void row(List<String> cells) {
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            List<String> plain = cells.stream()
                    .map(cell -> oneLine(cell).replace("|", "\\|"))
                    .toList();
            line(Kind.TABLE, "| " + String.join(" | ", plain) + " |");
        }
    }

    /** What comes next is another list or table. */
    void close() {
        if (open.length() > 0) {
            blocks.add(new DocumentBlock(kind, 0, open.toString()));
            open.setLength(0);
        }
    }

    List<DocumentBlock> all() {
        close();
        return List.copyOf(blocks);
    }

    private void line(Kind next, String line) {
        if (kind != next) {
            close();
            kind = next;
        }
        counted(line);
        open.append(open.length() == 0 ? "" : "\n").append(line);
    }

    private void counted(String text) {
        limits.step();
        limits.text(text.length());
    }

    private static String oneLine(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }
}
