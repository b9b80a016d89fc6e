/** Reads web pages, PDF and Word documents for memu4j. */
module io.memu4j.document {
    requires static org.jspecify;
    requires transitive io.memu4j.core;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.apache.poi.ooxml;
    requires org.jsoup;

    exports io.memu4j.document;

    provides io.memu4j.spi.document.DocumentParser with
            io.memu4j.document.DocumentFormats;
}
