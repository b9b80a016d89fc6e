package io.memu4j.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Gets the paragraphs out of the pages of a PDF document. One thread. */
final class PdfPages {
    private static final String SENTENCE_ENDS = ".!?:;\u2026\u3002\uff01\uff1f";
    private static final int FULL_LINE = 60;

    private final PDFTextStripper stripper;

    PdfPages(Limits limits) {
        stripper = new Bounded(limits);
        stripper.setLineSeparator("\n");
        stripper.setParagraphEnd("\n\n");
    }

    /** The paragraphs of that page, counted from 1, in the order they were written; each with its lines. */
    List<String> paragraphs(PDDocument pdf, int page) throws IOException {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        List<String> paragraphs = new ArrayList<>();
        for (String piece : stripper.getText(pdf).split("\\n\\s*\\n")) {
            String next = piece.strip();
            int last = paragraphs.size() - 1;
            if (last >= 0 && goesOn(paragraphs.get(last), next)) {
                paragraphs.set(last, paragraphs.get(last) + "\n" + next);
            } else if (!next.isEmpty()) {
                paragraphs.add(next);
            }
        }
        return paragraphs;
    }

    /** Wide line spacing looks like the end of a paragraph: what is no whole sentence goes on. */
    private static boolean goesOn(String paragraph, String next) {
        String line = paragraph.substring(paragraph.lastIndexOf('\n') + 1);
        boolean ended = SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0;
        return !next.isEmpty()
                && !ended
                && !PdfParagraph.isItem(next)
                && (line.length() >= FULL_LINE || Character.isLowerCase(next.codePointAt(0)));
    }

    private static final class Bounded extends PDFTextStripper {
        private final Limits limits;

        Bounded(Limits limits) {
            this.limits = limits;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            limits.step();
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            limits.step();
            limits.text(1);
            super.processTextPosition(text);
        }
    }
}
