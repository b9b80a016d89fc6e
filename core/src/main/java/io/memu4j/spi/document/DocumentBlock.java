package io.memu4j.spi.document;

/**
 * A block of a document.
 *
 * @param kind its form
 * @param level the level of a heading, 1 to 6; 0 for other kinds
 * @param text a heading in one line. A list has one item per line, which begins with {@code - } or its number and is indented by two
 *     blanks per level. A table has one row per line, {@code | a | b |}. Other kinds are unchanged
 */
public record DocumentBlock(Kind kind, int level, String text) {
    /** The form of a block. */
    public enum Kind {
        /** A heading with a level. */
        HEADING,
        /** Running text. */
        PARAGRAPH,
        /** A list, numbered or not. */
        LIST,
        /** A table. */
        TABLE,
        /** Preformatted text. */
        CODE
    }

    /**
     * Makes a heading.
     *
     * @param level limited to 1 to 6
     * @param text in one line
     * @return the block
     */
    public static DocumentBlock heading(int level, String text) {
        return new DocumentBlock(Kind.HEADING, Math.max(1, Math.min(level, 6)), text);
    }

    /**
     * Makes a paragraph.
     *
     * @param text running text
     * @return the block
     */
    public static DocumentBlock paragraph(String text) {
        return new DocumentBlock(Kind.PARAGRAPH, 0, text);
    }

    @Override
    public String toString() {
        return "DocumentBlock[" + kind + ", " + text.length() + " characters]";
    }
}
