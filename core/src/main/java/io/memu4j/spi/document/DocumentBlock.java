package io.memu4j.spi.document;

/**
 * A piece of a document by its form.
 *
 * @param level of a heading, 1 to 6; 0 for the others
 * @param text of a heading in one line; of a list one item a line, each led by {@code - } or its number and indented by two blanks per
 *     level; of a table one row a line, {@code | a | b |}; as it is for the others
 */
public record DocumentBlock(Kind kind, int level, String text) {
    /** The form of a piece. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        LIST,
        TABLE,
        CODE
    }

    public static DocumentBlock heading(int level, String text) {
        return new DocumentBlock(Kind.HEADING, Math.max(1, Math.min(level, 6)), text);
    }

    public static DocumentBlock paragraph(String text) {
        return new DocumentBlock(Kind.PARAGRAPH, 0, text);
    }

    @Override
    public String toString() {
        return "DocumentBlock[" + kind + ", " + text.length() + " characters]";
    }
}
