package io.memu4j.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.LlmConfig;
import io.memu4j.error.InvalidInputException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.document.DocumentSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemorizeDocumentsTest {
    private final MemoryServiceFactory memu =
            MemoryServiceFactory.builder().llm(LlmConfig.none()).build();
    private final MemoryService service = memu.service("ana", "reader");

    @AfterEach
    void close() {
        memu.close();
    }

    @Test
    void a_pdf_is_found_by_its_content_and_cited_by_page() {
        MemorizeResult result = service.memorize(MemorizeRequest.bytes("tika", sample("doc-tika.pdf"), "notes.txt"));

        assertThat(result.resource().modality()).isEqualTo(Modality.DOCUMENT);
        assertThat(result.resource().mediaType()).isEqualTo("application/pdf");
        assertThat(texts(result)).allMatch(text -> text.startsWith("# Apache Tika - Apache Tika > Page 1\n\n"));
        assertThat(texts(result))
                .anyMatch(text ->
                        text.contains("extracting metadata and structured text content from various documents"));
        assertThat(result.resource().caption()).contains("Apache Tika").doesNotContain("Page 1");
        assertThat(service.retrieve("Which proposal did the PMC accept?").passages())
                .anyMatch(found ->
                        found.value().text().contains("Tika proposal was accepted by the Apache Incubator PMC"));
    }

    @Test
    void a_word_document_keeps_its_lists_tables_and_notes() {
        MemorizeResult result = service.memorize(MemorizeRequest.bytes("word", sample("doc-word-various.docx")));

        assertThat(result.resource().mediaType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        String all = String.join("\n", texts(result));
        assertThat(all)
                .contains("- Bullet 1\n- Bullet 2\n- Bullet 3")
                .contains("1. Number bullet 1\n2. Number bullet 2")
                .contains("| Row 1 Col 1 | Row 1 Col 2 | Row 1 Col 3 |\n| Row 2 Col 1")
                .contains("Footnote appears here (Note: This is a footnote.)")
                .contains("\u30be\u30eb\u30b2\u3068\u5c3e\u5d0e");
    }

    @Test
    void a_web_page_keeps_its_headings_and_lists_and_loses_its_scripts() {
        MemorizeResult result = service.memorize(MemorizeRequest.bytes("letter", sample("page-letter.html")));

        assertThat(result.resource().mediaType()).isEqualTo("text/html");
        assertThat(texts(result))
                .anyMatch(text -> text.startsWith("# Re: Eileen Dover university application > Starting dates\n\n")
                        && text.contains("- First semester: 9 September 2016\n- Second semester: 15 January 2017"));
        assertThat(String.join("\n", texts(result))).doesNotContain("<").doesNotContain("font-family");
        assertThat(service.retrieve("When does the second semester start?")
                        .passages()
                        .get(0)
                        .value()
                        .text())
                .contains("15 January 2017");
    }

    @Test
    void what_a_reader_of_the_page_does_not_see_is_not_remembered() {
        String page = "<html><head><title>Trip</title><script>var secret = 1;</script></head><body>"
                + "<p>The trip is on Monday.</p><p hidden>Hidden words.</p><p style='display: none'>Unseen words.</p>"
                + "<script>document.write('written')</script><noscript>No script.</noscript>"
                + "<table><tr><th>Day</th><th>Town</th></tr><tr><td>1</td><td>Porto | Gaia</td></tr></table>"
                + "<ul><li>Coat<ul><li>Blue</li></ul></li></ul><pre>a  b\n  c</pre></body></html>";

        String all = String.join("\n", texts(service.memorize(MemorizeRequest.text("trip", page))));

        assertThat(all)
                .contains("# Trip")
                .contains("The trip is on Monday.")
                .contains("| Day | Town |\n| 1 | Porto \\| Gaia |")
                .contains("- Coat\n  - Blue")
                .contains("```\na  b\n  c\n```")
                .doesNotContain("secret")
                .doesNotContain("Hidden")
                .doesNotContain("Unseen")
                .doesNotContain("written")
                .doesNotContain("No script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ul><li>Seen <span hidden>UNSEEN</span></li></ul>",
                "<ul><li>Seen<ul hidden><li>UNSEEN</li></ul></li></ul>",
                "<table><tr><td>Seen <b style='DISPLAY : NONE'>UNSEEN</b></td></tr></table>",
                "<table><caption>Seen <i aria-hidden='TRUE'>UNSEEN</i></caption><tr><td>1</td></tr></table>",
                "<table><tr hidden><td>UNSEEN</td></tr><tr><td>Seen</td></tr></table>",
                "<h2>Seen <span style='visibility:hidden'>UNSEEN</span></h2><p>Text</p>",
                "<p>Seen <span style='color:red;Visibility:Hidden !important'>UNSEEN</span></p>",
                "<p>Seen</p><p style='display:/**/none'>UNSEEN</p>",
                "<pre>Seen <span HIDDEN>UNSEEN</span></pre>",
                "<dl><dt>Seen<datalist><option>UNSEEN</datalist></dt></dl><dialog>UNSEEN</dialog>",
                "<ul><li>Seen <button>UNSEEN</button></li></ul>"
            })
    void what_is_hidden_inside_another_element_is_not_remembered(String body) {
        String page = "<html><body>" + body + "</body></html>";

        String all = String.join("\n", texts(service.memorize(MemorizeRequest.text("page", page))));

        assertThat(all).contains("Seen").doesNotContain("UNSEEN");
    }

    @Test
    void many_hidden_parts_beside_each_other_take_no_long_time() {
        String page = "<html><body><p>Seen</p>" + "<p hidden>x</p>".repeat(300_000) + "<ul><li>One"
                + "<ul></ul>".repeat(150_000) + "</li></ul></body></html>";

        assertThat(assertTimeout(
                        Duration.ofSeconds(30), () -> texts(service.memorize(MemorizeRequest.text("page", page)))))
                .containsExactly("Seen\n\n- One");
    }

    @Test
    void a_page_is_decoded_as_it_says_itself() {
        String page = "<html><head><meta charset='Shift_JIS'></head><body><p>\u6771\u4eac</p></body></html>";

        assertThat(texts(service.memorize(MemorizeRequest.bytes("jp", page.getBytes(Charset.forName("Shift_JIS"))))))
                .containsExactly("\u6771\u4eac");
        byte[] utf16 = ("\ufeff" + page).getBytes(StandardCharsets.UTF_16BE);
        assertThat(texts(service.memorize(MemorizeRequest.bytes("jp16", utf16))))
                .containsExactly("\u6771\u4eac");
    }

    @Test
    void the_same_bytes_again_change_nothing_and_are_not_parsed() {
        service.memorize(MemorizeRequest.bytes("tika", sample("doc-tika.pdf")));

        assertThat(service.memorize(MemorizeRequest.bytes("tika", sample("doc-tika.pdf")))
                        .unchanged())
                .isTrue();
    }

    @Test
    void a_locked_document_says_so_and_stores_nothing() {
        refused(HostileDocuments.lockedPdf(), "is locked with a password");
        refused(HostileDocuments.lockedWord(), "is locked with a password");
    }

    @Test
    void a_scanned_document_says_so_and_stores_nothing() {
        refused(HostileDocuments.pdfOfAPicture(), "holds no text");
        refused("<html><body><img src='x.png'></body></html>".getBytes(StandardCharsets.UTF_8), "holds no text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"doc-tika.pdf", "doc-word-various.docx"})
    void a_document_cut_off_is_one_clear_line_and_stores_nothing(String name) {
        byte[] whole = sample(name);
        byte[] half = Arrays.copyOf(whole, whole.length / 3);

        refused(half, "Expected a whole ");
    }

    @Test
    void a_document_that_expands_without_end_is_refused() {
        refused(HostileDocuments.wordBomb(), "holds more than 64 MiB once it is unpacked");
        refused(HostileDocuments.wordPictureBomb(), "holds more than 256 MiB once it is unpacked");
        refused(HostileDocuments.pdfBomb(), "holds more than 256 MiB once it is unpacked");
        refused(HostileDocuments.pdfBomb("/Subtype/Image"), "holds more than 256 MiB once it is unpacked");
        refused(HostileDocuments.pdfCompressedTwice(), "holds more than");
    }

    @Test
    void a_pdf_that_hides_what_it_expands_to_is_refused() {
        refused(HostileDocuments.pdfBombInHexadecimal(), "holds more than 256 MiB once it is unpacked");
        refused(HostileDocuments.pdfCompressedTwiceElsewhere(), "holds more than 256 MiB once it is unpacked");
        refused(HostileDocuments.pdfBombEncrypted(), "holds more than 256 MiB once it is unpacked");
        refused(HostileDocuments.pdfWhoseTextIsAPicture(), "is damaged");
    }

    @Test
    void a_pdf_that_begins_many_streams_is_measured_in_a_time_that_grows_with_its_size() {
        byte[] pdf = HostileDocuments.pdfOfTheWordStream(350_000);

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> refused(pdf, "is damaged"));
    }

    @Test
    void the_reading_of_a_pdf_and_the_measuring_of_a_word_document_can_be_cancelled() {
        assertCancelled("application/pdf", HostileDocuments.pdfOfTheWordXref(10_000));
        assertCancelled(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                HostileDocuments.wordPictureBomb());
    }

    private static void assertCancelled(String mediaType, byte[] bytes) {
        var source = new DocumentSource("The file", mediaType, bytes, null, () -> {
            throw new CancellationException();
        });

        assertThatThrownBy(() -> new DocumentFormats().parse(source)).isInstanceOf(CancellationException.class);
    }

    @Test
    void the_measuring_of_a_pdf_can_be_cancelled() {
        var source = new DocumentSource(
                "The file", "application/pdf", HostileDocuments.pdfOfTheWordStream(1_000), null, () -> {
                    throw new CancellationException();
                });

        assertThatThrownBy(() -> PdfExpansion.requireBounded(source, new Limits(source)))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void a_page_of_too_many_tags_is_refused() {
        refused(("<html>" + "<b>".repeat(1_000_001)).getBytes(StandardCharsets.UTF_8), "1000000 tags");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<ul><li>",
                "<TABLE><B>",
                "<table><tr><td><i></i></td><td>",
                "<b></i>",
                "<div></p></span>",
                "<svg><b/>",
                "<svg><g"
            })
    void a_page_nested_without_end_is_refused_before_it_is_parsed(String opening) {
        String page = "<html><body>" + opening.repeat(100_000) + "Deep words";

        refused(page.getBytes(StandardCharsets.UTF_8), "is nested too deeply to be read");
        refused(("\ufeff" + page).getBytes(StandardCharsets.UTF_16BE), "is nested too deeply to be read");
    }

    @Test
    void a_page_that_opens_emphasis_anew_in_each_of_many_paragraphs_is_refused() {
        StringBuilder page = new StringBuilder("<html><body>");
        for (int i = 0; i < 300; i++) {
            page.append("<font class=c").append(i).append('>');
        }
        page.append("<p>x".repeat(100_000));

        refused(page.toString().getBytes(StandardCharsets.UTF_8), "is nested too deeply to be read");
    }

    @Test
    void tags_that_nobody_closes_in_an_ordinary_page_are_no_nesting() {
        String page = "<html><body><svg>" + "<path d='M0 0'/>".repeat(2_000) + "</svg>" + "<div>".repeat(100)
                + "<p><a name=x>Tea<br>".repeat(2_000) + "<ul>" + "<li>Milk".repeat(2_000) + "</ul><table>"
                + "<tr><td>1<td>2".repeat(2_000) + "</table></html>";

        assertThat(String.join("\n", texts(service.memorize(MemorizeRequest.text("page", page)))))
                .contains("Tea", "- Milk", "| 1 | 2 |");
    }

    @Test
    void the_parsing_of_a_page_can_be_cancelled() {
        byte[] page = "<html><body>Words. ".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        var source = new DocumentSource("The file", "text/html", page, null, () -> {
            if (Arrays.stream(new Throwable().getStackTrace())
                    .anyMatch(frame -> frame.getClassName().startsWith("org.jsoup.parser."))) {
                throw new CancellationException();
            }
        });

        assertThatThrownBy(() -> new DocumentFormats().parse(source)).isInstanceOf(CancellationException.class);
    }

    @Test
    void an_external_entity_is_not_read() {
        assertThatThrownBy(() -> service.memorize(MemorizeRequest.bytes("x", HostileDocuments.wordWithEntity())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is damaged")
                .hasMessageNotContaining("root:");
        assertThat(service.counts().passages()).isZero();
    }

    @Test
    void an_old_office_document_is_refused_with_what_to_do() {
        byte[] old = new byte[600];
        old[0] = (byte) 0xD0;
        old[1] = (byte) 0xCF;
        old[2] = 0x11;
        old[3] = (byte) 0xE0;

        refused(old, "Save it as docx");
    }

    private void refused(byte[] document, String why) {
        assertThatThrownBy(() -> service.memorize(MemorizeRequest.bytes("report", document)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("The source 'report' ")
                .hasMessageContaining(why);
        assertThat(service.counts().resources()).isZero();
        assertThat(service.counts().passages()).isZero();
    }

    private List<String> texts(MemorizeResult result) {
        Resource resource = result.resource();
        return service.resources().passages(resource.id()).stream()
                .map(Passage::text)
                .toList();
    }

    private static byte[] sample(String name) {
        try (InputStream in = MemorizeDocumentsTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The sample " + name + " is missing.", e);
        }
    }
}
