package io.memu4j.internal.ingest.document;

import io.memu4j.model.Passage;
import io.memu4j.spi.document.DocumentBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a document into passages that can be understood by themselves: each led by the headings it stands under, short paragraphs together,
 * long ones cut where sentences end, lists, tables and code as whole as their length allows.
 */
public final class DocumentPassages {
    /** What a passage is filled up to. */
    static final int PREFERRED = 1_200;
    /** A passage shorter than this takes what comes next. */
    static final int SHORT = 300;
    /** A piece shorter than this goes with the passage before. */
    static final int CRUMB = 80;
    /** Room for text under the headings. */
    static final int ROOM = Passage.MAX_LENGTH - HeadingPath.MAX_LENGTH - 2;

    private final List<String> passages = new ArrayList<>();
    private final HeadingPath path = new HeadingPath();
    private final StringBuilder open = new StringBuilder();
    private int bareLevel;

    private DocumentPassages() {}

    /** The passages in order, each of 1 to {@link Passage#MAX_LENGTH} UTF-16 units and not blank; none for a blank text. */
    public static List<String> of(String text) {
        return of(MarkdownBlocks.of(text));
    }

    /** The same of a document that was taken apart by a parser. */
    public static List<String> of(List<DocumentBlock> blocks) {
        DocumentPassages writer = new DocumentPassages();
        blocks.forEach(writer::add);
        writer.endSection(0);
        return writer.passages;
    }

    private void add(DocumentBlock block) {
        if (block.kind() == DocumentBlock.Kind.HEADING) {
            endSection(block.level());
            path.enter(block.level(), block.text());
            bareLevel = block.level();
            return;
        }
        bareLevel = 0;
        for (String piece : BlockPieces.of(block)) {
            if (open.length() > 0 && !belongs(piece)) {
                close();
            }
            open.append(open.length() == 0 ? "" : "\n\n").append(piece);
        }
    }

    /** What ends with a colon announces the next piece. */
    private boolean belongs(String piece) {
        boolean wanted = open.length() < SHORT || piece.length() < CRUMB || open.charAt(open.length() - 1) == ':';
        return wanted && open.length() + 2 + piece.length() <= PREFERRED;
    }

    /** A heading with nothing below it is a passage itself. */
    private void endSection(int nextLevel) {
        close();
        if (bareLevel > 0 && nextLevel <= bareLevel) {
            passages.add(path.line());
        }
    }

    private void close() {
        if (open.length() > 0) {
            String headings = path.line();
            passages.add(headings.isEmpty() ? open.toString() : headings + "\n\n" + open);
            open.setLength(0);
        }
    }
}
