package io.memu4j.internal.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.config.MemorizeConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.MemoryException;
import io.memu4j.error.ResourceAccessException;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.redact.Redaction;
import io.memu4j.internal.value.Digests;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import io.memu4j.model.Source;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReaderTest {
    private final SourceReader reader = new SourceReader(MemorizeConfig.DEFAULT, List.of(), Redaction.NONE);

    @TempDir
    Path folder;

    @Test
    void the_memu_export_gives_a_segment_per_message_with_speaker_and_time() {
        ParsedSource parsed = read(sample("chat-export-memu.json"));

        assertThat(parsed.modality()).isEqualTo(Modality.CONVERSATION);
        assertThat(parsed.mediaType()).isEqualTo("application/json");
        assertThat(segments(parsed)).hasSize(100);
        assertThat(segments(parsed).get(0))
                .isEqualTo(new Segment(
                        0, 0, "user", "user", OffsetDateTime.parse("2025-10-20T11:36:14Z"), "Good morning"));
        assertThat(segments(parsed)).extracting(Segment::role).containsOnly("user", "assistant");
        assertThat(segments(parsed)).allMatch(s -> s.saidAt() != null);
    }

    @Test
    void times_without_a_zone_are_in_the_zone_of_the_request() {
        ParsedSource parsed =
                reader.read(new Source.OfFile(sample("chat-export-memu.json")), null, ZoneId.of("Asia/Tokyo"));

        assertThat(segments(parsed).get(0).saidAt()).isEqualTo(OffsetDateTime.parse("2025-10-20T11:36:14+09:00"));
    }

    @Test
    void times_in_utc_are_read_by_the_clock_of_the_zone_and_others_by_their_own() {
        List<ConversationMessage> messages =
                List.of(message("2026-03-01T16:30:00Z"), message("2026-03-01T16:30:00+01:00"));
        ParsedSource parsed = reader.read(new Source.OfMessages("talk", messages), null, ZoneId.of("Pacific/Auckland"));

        assertThat(segments(parsed))
                .extracting(segment -> String.valueOf(segment.saidAt()))
                .containsExactly("2026-03-02T05:30+13:00", "2026-03-01T16:30+01:00");
    }

    private static ConversationMessage message(String time) {
        return ConversationMessage.user("Moana", "I moved to Napier yesterday.").at(OffsetDateTime.parse(time));
    }

    @Test
    void the_tutorial_is_a_document_of_passages_led_by_their_headings() {
        ParsedSource parsed = read(sample("doc-rag.md"));

        assertThat(parsed.modality()).isEqualTo(Modality.DOCUMENT);
        assertThat(parsed.mediaType()).isEqualTo("text/markdown");
        assertThat(segments(parsed)).hasSizeBetween(60, 200);
        assertThat(segments(parsed)).allMatch(s -> s.text().length() <= Passage.MAX_LENGTH);
        assertThat(segments(parsed)).allMatch(s -> s.speaker() == null && s.role() == null && s.saidAt() == null);
        assertThat(segments(parsed)).anyMatch(s -> s.text()
                .startsWith("# RAG (Retrieval-Augmented Generation) > What is RAG?\n\nSimply put"));
        assertThat(segments(parsed)).noneMatch(s -> s.text().contains("sidebar_position"));
    }

    @Test
    void a_file_is_known_by_its_absolute_normalised_path_and_copied_as_it_is() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "Tea is at five.\r\n\r\nBring cups.");

        ParsedSource parsed = read(folder.resolve("x/../notes.txt"));

        assertThat(parsed.key()).isEqualTo(file.toString()).isEqualTo(parsed.url());
        assertThat(parsed.copy()).isEqualTo(Files.readAllBytes(file));
        assertThat(parsed.byteSize()).isEqualTo(Files.size(file));
        assertThat(parsed.contentHash()).isEqualTo(Digests.sha256("Tea is at five.\n\nBring cups."));
    }

    @Test
    void a_link_is_followed() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "Tea is at five.");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
        assertThat(segments(read(link)).get(0).text()).isEqualTo("Tea is at five.");
    }

    @Test
    void a_missing_file_is_one_clear_line() {
        fails(ResourceAccessException.class, folder.resolve("missing.txt"), "missing.txt does not exist");
        fails(ResourceAccessException.class, folder.resolve("no/such/folder.txt"), "does not exist");
    }

    @Test
    void a_directory_is_one_clear_line() {
        fails(InvalidInputException.class, folder, "is a directory");
    }

    @Test
    void an_empty_file_is_one_clear_line() throws IOException {
        fails(InvalidInputException.class, Files.createFile(folder.resolve("a.txt")), "is empty");
        fails(InvalidInputException.class, Files.writeString(folder.resolve("b.txt"), " \r\n\t\n"), "is empty");
        fails(
                InvalidInputException.class,
                Files.writeString(folder.resolve("c.md"), "---\ntitle: x\n---\n"),
                "is empty");
        fails(InvalidInputException.class, Files.writeString(folder.resolve("d.json"), "[]"), "is empty");
        fails(
                InvalidInputException.class,
                Files.writeString(folder.resolve("e.json"), "[{\"role\":\"user\",\"content\":\" \"}]"),
                "is empty");
    }

    @Test
    void a_file_over_the_limit_is_refused_without_reading_it() throws IOException {
        Path large = folder.resolve("large.txt");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(50L << 20);
        }

        fails(InvalidInputException.class, large, "has 52428800 bytes. Expected at most 20971520");
    }

    @Test
    void a_device_or_pipe_is_refused_without_opening_it() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/zero")), "needs a POSIX system");
        fails(InvalidInputException.class, Path.of("/dev/zero"), "is a device, pipe or socket");

        Path fifo = folder.resolve("pipe.txt");
        Assumptions.assumeTrue(
                new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor() == 0);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> fails(InvalidInputException.class, fifo, "is a device, pipe or socket"));
    }

    @Test
    void an_unreadable_file_is_one_clear_line() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.txt"), "text");
        Assumptions.assumeTrue(file.toFile().setReadable(false, false) && !Files.isReadable(file), "root reads all");

        fails(ResourceAccessException.class, file, "must not be read by this user");
    }

    @Test
    void a_binary_file_called_txt_is_one_clear_line() throws IOException {
        byte[] noise = new byte[4096];
        new Random(7).nextBytes(noise);
        noise[0] = 'x';

        fails(InvalidInputException.class, Files.write(folder.resolve("n.txt"), noise), "n.txt is not a text");
        fails(InvalidInputException.class, Files.write(folder.resolve("z.txt"), new byte[100]), "z.txt is not a text");
    }

    @ParameterizedTest
    @CsvSource({
        "IMAGE, image/png, '\u0089PNG\r\n\u001a\n'",
        "IMAGE, image/jpeg, '\u00ff\u00d8\u00ff\u00e0xxxx'",
        "AUDIO, audio/wav, 'RIFF\4\0\0\0WAVEfmt '",
        "VIDEO, video/mp4, '\0\0\0\030ftypisomxxxx'"
    })
    void other_modalities_are_told_by_the_content(Modality modality, String type, String start) throws IOException {
        Path file = Files.write(folder.resolve("file.txt"), start.getBytes(StandardCharsets.ISO_8859_1));

        ParsedSource parsed = read(file);

        assertThat(parsed.modality()).isEqualTo(modality);
        assertThat(parsed.mediaType()).isEqualTo(type);
        assertThatThrownBy(() -> reader.read(new Source.OfFile(file), Modality.CONVERSATION, ZoneOffset.UTC))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("(" + type + "). Expected conversation, as the request says");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ID3 tags are kept in front of the music.",
                "The ftyp box stands at the beginning.",
                "The ftypqt brand is QuickTime.",
                "RIFF or WAVE, which is older?",
                "RIFF and AVI are related.",
                "GIF8 is no format.",
                "fLaC is how it begins.",
                "OggS is how it begins."
            })
    void a_text_that_begins_with_the_letters_of_a_format_is_a_text(String start) throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), start);

        ParsedSource parsed = read(file);

        assertThat(parsed.modality()).isEqualTo(Modality.DOCUMENT);
        assertThat(parsed.mediaType()).isEqualTo("text/plain");
    }

    @Test
    void text_is_not_read_as_an_image() {
        assertThatThrownBy(() -> reader.read(new Source.OfText("k", "text"), Modality.IMAGE, ZoneOffset.UTC))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cannot be read as image");
    }

    @Test
    void every_usual_encoding_reads_the_same() {
        String text = "Caf\u00e9 \u20ac 5.";
        byte[] windows = text.getBytes(Charset.forName("windows-1252"));

        for (byte[] bytes : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE),
                windows)) {
            assertThat(text(new Source.OfBytes("k", bytes, "a.txt"), null)).containsExactly(text);
        }
    }

    @Test
    void nul_is_replaced_and_emoji_stay() {
        assertThat(text(new Source.OfText("k", "a\0b \ud83d\ude00 c"), null))
                .containsExactly("a\ufffdb \ud83d\ude00 c");
        byte[] bytes = "a\0b and more".getBytes(StandardCharsets.UTF_8);
        assertThat(text(new Source.OfBytes("k", bytes, null), null)).containsExactly("a\ufffdb and more");
    }

    @Test
    void bytes_are_copied_not_shared() {
        byte[] bytes = "Tea is at five.".getBytes(StandardCharsets.UTF_8);
        ParsedSource parsed = reader.read(new Source.OfBytes("k", bytes, "a.md"), null, ZoneOffset.UTC);
        bytes[0] = 'X';

        assertThat(parsed.copy()).startsWith((byte) 'T');
        assertThat(parsed.mediaType()).isEqualTo("text/markdown");
    }

    @Test
    void broken_json_names_the_place_and_never_the_content() throws IOException {
        Path file = Files.writeString(folder.resolve("c.json"), "[\n  {\"role\": \"user\", \"content\": hunter2}\n]");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is not valid JSON at line 2, column ")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void other_json_is_an_error_and_a_document_on_demand() throws IOException {
        Path file = Files.writeString(folder.resolve("c.json"), "{\"city\":\"Porto\",\"since\":[2024,2025]}");

        fails(InvalidInputException.class, file, "is JSON, but not a conversation");
        assertThat(text(new Source.OfFile(file), Modality.DOCUMENT))
                .singleElement()
                .asString()
                .contains("\"city\" : \"Porto\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'\n<!DOCTYPE html>\n<html><body>Hi</body></html>', p.txt, is a web page (text/html)",
        "'<?xml version=\"1.0\"?><!-- saved --><html><p>Hi</p></html>', p, is a web page (text/html)",
        "'<h1>Plan</h1><p>Tea at five</p>', p.html, is a web page (text/html)",
        "'%PDF-1.7 and more', p.txt, is a PDF document (application/pdf)",
        "'PK\u0003\u0004xxxxword/document.xml', p.docx, is a Word document"
    })
    void a_format_that_takes_a_parser_names_the_artifact_with_it(String start, String name, String words)
            throws IOException {
        Path file = Files.write(folder.resolve(name), start.getBytes(StandardCharsets.ISO_8859_1));

        fails(ConfigurationException.class, file, words);
        fails(ConfigurationException.class, file, "Add io.memu4j:memu4j-documents");
    }

    @Test
    void an_office_format_without_any_parser_is_refused_with_what_is_read() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "PK\u0003\u0004xxxxxl/workbook.xml");

        fails(ConfigurationException.class, file, "is a spreadsheet");
        fails(ConfigurationException.class, file, "Expected plain text, Markdown, HTML, PDF or Word (docx)");
    }

    @Test
    void a_text_about_html_is_a_text() {
        assertThat(text(new Source.OfText("k", "The tag <html> opens a page."), null))
                .containsExactly("The tag <html> opens a page.");
    }

    @Test
    void nothing_is_fetched_unless_allowed() {
        assertThatThrownBy(() -> read(URI.create("https://example.org/chat.json?token=s3cret")))
                .isInstanceOf(ResourceAccessException.class)
                .hasMessageContaining("fetching is off")
                .hasMessageContaining("ResourcePolicy.publicWeb()")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> read(URI.create("file:///etc/passwd")))
                .isInstanceOf(ResourceAccessException.class)
                .hasMessageContaining("MemorizeRequest.file(Path)");
    }

    @Test
    void the_limit_holds_for_text_bytes_and_messages_too() {
        SourceReader small = new SourceReader(MemorizeConfig.DEFAULT.withMaxSourceBytes(10), List.of(), Redaction.NONE);

        for (Source source : List.of(
                new Source.OfText("k", "\u00e9".repeat(6)),
                new Source.OfBytes("k", new byte[11], null),
                new Source.OfMessages(
                        "k", List.of(ConversationMessage.user("123456"), ConversationMessage.user("123456"))))) {
            assertThatThrownBy(() -> small.read(source, null, ZoneOffset.UTC))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("Expected at most 10");
        }
    }

    private static List<Segment> segments(ParsedSource parsed) {
        return parsed.text(ModelCalls.none(), () -> {}).segments();
    }

    private ParsedSource read(Path file) {
        return reader.read(new Source.OfFile(file), null, ZoneOffset.UTC);
    }

    private ParsedSource read(URI uri) {
        return reader.read(new Source.OfUri(uri), null, ZoneOffset.UTC);
    }

    private List<String> text(Source source, @Nullable Modality modality) {
        return segments(reader.read(source, modality, ZoneOffset.UTC)).stream()
                .map(Segment::text)
                .toList();
    }

    private void fails(Class<? extends MemoryException> type, Path file, String words) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(type)
                .hasMessageContaining(words)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    private static Path sample(String name) {
        try {
            return Path.of(
                    SourceReaderTest.class.getResource("/samples/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
