package io.memu4j.document;

import io.memu4j.error.MemoryException;
import io.memu4j.spi.document.DocumentBlock;
import io.memu4j.spi.document.DocumentSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** The text of a Word document by its structure, with footnotes where they are referred to and comments at the end. Used once. */
final class WordDocument {
    private static final Pattern HEADING = Pattern.compile("(?i)heading\\s*([1-9])");
    private static final Pattern NOTE_MARK = Pattern.compile("\\[(?:footnote|endnote)Ref:\\d+\\]");

    private final DocumentSource source;
    private final Limits limits;
    private final Blocks blocks;
    private final Map<String, Integer> numbers = new HashMap<>();

    WordDocument(DocumentSource source) {
        this.source = source;
        this.limits = new Limits(source);
        this.blocks = new Blocks(limits);
    }

    List<DocumentBlock> blocks() {
        try {
            ZipExpansion.requireBounded(source, limits);
            try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(source.bytes()))) {
                read(word);
            }
            return blocks.all();
        } catch (MemoryException | CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // POI throws almost anything at a damaged file
            throw Refusal.broken(source, "Word document (docx)", e);
        }
    }

    private void read(XWPFDocument word) {
        for (IBodyElement element : word.getBodyElements()) {
            limits.step();
            if (element instanceof XWPFParagraph paragraph) {
                paragraph(word, paragraph);
            } else if (element instanceof XWPFTable table) {
                table(table);
            } else if (element instanceof XWPFSDT control) {
                control.getContent().getText().lines().forEach(blocks::paragraph);
            }
        }
        XWPFComment[] comments = word.getComments() == null ? new XWPFComment[0] : word.getComments();
        for (XWPFComment comment : comments) {
            String author =
                    comment.getAuthor() == null || comment.getAuthor().isBlank() ? "" : " by " + comment.getAuthor();
            blocks.paragraph("Comment" + author + ": " + comment.getText().strip());
        }
    }

    private void paragraph(XWPFDocument word, XWPFParagraph paragraph) {
        String text = text(paragraph);
        int level = headingLevel(word, paragraph);
        BigInteger list = paragraph.getNumID();
        if (level > 0) {
            blocks.heading(level, text);
        } else if (list != null && list.signum() != 0) {
            item(paragraph, list, text);
        } else {
            blocks.close();
            blocks.paragraph(text);
        }
    }

    private void item(XWPFParagraph paragraph, BigInteger list, String text) {
        int level = paragraph.getNumIlvl() == null ? 0 : paragraph.getNumIlvl().intValue();
        boolean bullet = paragraph.getNumFmt() == null || "bullet".equals(paragraph.getNumFmt());
        String mark = bullet ? "-" : numbers.merge(list + "/" + level, 1, Integer::sum) + ".";
        blocks.item(level, mark, text);
    }

    private static String text(XWPFParagraph paragraph) {
        String text =
                NOTE_MARK.matcher(paragraph.getParagraphText()).replaceAll("").strip();
        String note = paragraph
                .getFootnoteText()
                .strip()
                .replaceFirst("^\\[\\d+:\\s*", "")
                .replaceFirst("\\]$", "")
                .strip();
        return note.isEmpty() ? text : text + " (Note: " + note + ")";
    }

    private static int headingLevel(XWPFDocument word, XWPFParagraph paragraph) {
        XWPFStyle style = paragraph.getStyle() == null || word.getStyles() == null
                ? null
                : word.getStyles().getStyle(paragraph.getStyle());
        String name = style == null || style.getName() == null ? String.valueOf(paragraph.getStyle()) : style.getName();
        if (name.equalsIgnoreCase("title")) {
            return 1;
        }
        Matcher heading = HEADING.matcher(name);
        return heading.matches() ? Math.min(6, Integer.parseInt(heading.group(1))) : 0;
    }

    private void table(XWPFTable table) {
        blocks.close();
        for (XWPFTableRow row : table.getRows()) {
            limits.step();
            blocks.row(row.getTableCells().stream()
                    .map(XWPFTableCell::getTextRecursively)
                    .toList());
        }
        blocks.close();
    }
}
