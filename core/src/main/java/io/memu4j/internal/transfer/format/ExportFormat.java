package io.memu4j.internal.transfer.format;

/** What the lines of an export have in common. */
final class ExportFormat {
    static final String NAME = "memu4j-export";
    static final int VERSION = 2;

    /** The longest line that is read, in bytes. */
    static final int MAX_LINE = 16 * 1024 * 1024;

    private ExportFormat() {}
}
