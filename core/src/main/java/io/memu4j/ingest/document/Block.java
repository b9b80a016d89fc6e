package io.memu4j.ingest.document;

/**
 * A piece of a document by its form.
 *
 * @param level of a heading, 1 to 6; 0 for the others
 * @param text without the marks of a heading, as written for the others
 */
record Block(Kind kind, int level, String text) {
    enum Kind {
        HEADING,
        PARAGRAPH,
        LIST,
        TABLE,
        CODE
    }
}
