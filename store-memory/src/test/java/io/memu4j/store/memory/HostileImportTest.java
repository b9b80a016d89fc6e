package io.memu4j.store.memory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.MemorizeRequest;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.NewItem;
import io.memu4j.error.InvalidInputException;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Message;
import io.memu4j.model.Resource;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.store.Counts;
import io.memu4j.spi.store.PageRequest;
import io.memu4j.spi.store.ResourceFilter;
import io.memu4j.tck.HashedWordsModel;
import io.memu4j.transfer.ExportOptions;
import io.memu4j.transfer.ImportOptions;
import io.memu4j.transfer.ImportReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exports that somebody spoiled or made up: one error that names the line, nothing by halves, and the good file completes it. */
class HostileImportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fields that may be missing; all others may not. */
    private static final Set<String> OPTIONAL =
            Set.of("space", "vector", "caption", "missing", "media_type", "speaker", "role", "said_at", "happened_at");

    private InMemoryFixture fixture;
    private MemoryServiceFactory memu;
    private List<String> lines;
    private Counts whole;
    private int ofDiary;
    private int users;

    @BeforeEach
    void export() {
        fixture = new InMemoryFixture();
        memu = MemoryServiceFactory.builder()
                .store(fixture.store())
                .llm(Models.of(new HashedWordsModel(3)))
                .build();
        MemoryService ana = memu.service("ana", "agent");
        ana.memorize(MemorizeRequest.bytes(
                "diary.txt",
                ("I love my dog Bruno. " + "He is brown. ".repeat(60) + "\n\nI live in Porto. "
                                + "It rains. ".repeat(70))
                        .getBytes(UTF_8)));
        ana.memorize(MemorizeRequest.append(
                "chat",
                List.of(Message.user("Ana", "I play the violin.")
                        .at(OffsetDateTime.parse("2026-05-01T10:00:00+02:00")))));
        ana.items()
                .create(NewItem.of(MemoryType.EVENT, "Ana moved to Porto")
                        .withAttributes(Map.of("by", "hand"))
                        .withHappenedAt(new HappenedAt(
                                LocalDateTime.parse("2026-05-01T00:00"),
                                LocalDateTime.parse("2026-06-01T00:00"),
                                HappenedAt.Precision.MONTH)));
        whole = ana.counts();
        ofDiary = (int) whole.passages() - 1;
        assertThat(ofDiary).isGreaterThan(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        memu.transfer().exportTo(out, ExportOptions.all());
        lines = out.toString(UTF_8).lines().toList();
        assertThat(lines.stream().map(HostileImportTest::kind).toList())
                .contains("scope", "category", "resource", "passage", "copy", "item", "end");
    }

    @AfterEach
    void close() {
        memu.close();
    }

    @Test
    void every_field_of_every_line_missing_or_of_another_kind_is_named_by_its_line_or_does_no_harm()
            throws IOException {
        for (int n = 1; n < lines.size() - 1; n++) {
            JsonNode line = JSON.readTree(lines.get(n));
            for (Iterator<String> names = line.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                ObjectNode without = line.deepCopy();
                without.remove(name);
                refusedUnless(OPTIONAL.contains(name) || line.get(name).isNull(), n, without, name + " missing");
                for (String value : List.of(
                        "17",
                        "-1",
                        "{}",
                        "[]",
                        "true",
                        "\"\"",
                        "\" \"",
                        "\"\\u0000\"",
                        "1e999",
                        "[[]]",
                        "\"2026\"",
                        "9223372036854775808")) {
                    ObjectNode other = line.deepCopy();
                    other.set(name, JSON.readTree(value));
                    refusedOrHarmless(n, other, name + " = " + value);
                }
            }
        }
    }

    private void refusedUnless(boolean optional, int n, ObjectNode line, String what) {
        boolean accepted = refusedOrHarmless(n, line, what);
        // Without its space a scope's vectors count as none.
        assertThat(accepted).as("line %s: %s", n + 1, what).isEqualTo(optional);
    }

    /** Whether it was taken. */
    private boolean refusedOrHarmless(int n, JsonNode line, String what) {
        List<String> spoiled = new ArrayList<>(lines);
        spoiled.set(n, line.toString());
        MemoryService target = nextUser();
        try {
            importAs(target, text(spoiled));
            requireWhole(target);
            return true;
        } catch (InvalidInputException e) {
            assertThat(e.getMessage()).as(what).containsPattern("^Line \\d+ of the export cannot be used: .+\\.$");
            assertThat(numberIn(e)).as(what + ": " + e.getMessage()).isBetween(n + 1, lines.size());
            requireWhole(target);
            importAs(target, text(lines));
            assertThat(target.counts()).as(what).isEqualTo(whole);
            return false;
        } catch (RuntimeException e) {
            return fail("line " + (n + 1) + ": " + what, e);
        } finally {
            memu.admin().eraseScope(target.scope());
        }
    }

    @Test
    void what_is_no_object_of_json_is_named_by_its_line() {
        for (String bad : List.of(
                "[]",
                "null",
                "17",
                "\"text\"",
                "{",
                "{\"kind\": \"item\"",
                "{\"kind\": \"item\"}}",
                "{} {}",
                "",
                "nonsense",
                "{\"kind\": \"item\", \"kind\": \"item\"}",
                "{\"kind\": \"spell\"}",
                "{'kind': 'item'}",
                "[".repeat(100_000),
                "{\"kind\": " + "9".repeat(5_000) + "}",
                "{\"kind\": NaN}")) {
            refusedAt(3, bad.getBytes(UTF_8));
        }
        for (String bad : List.of(
                "{\"kind\": \"\u00ff\"}",
                "\u00fe\u00ff\u0000{",
                "\u0000\u0000\u0000{",
                "\u00ef\u00bb",
                "\u00ed\u00a0\u0080")) {
            refusedAt(3, bad.getBytes(ISO_8859_1));
        }
        int passage = first("passage");
        refusedAt(passage, field(passage, "passage", "text", "\u00c3(").getBytes(ISO_8859_1));
    }

    @Test
    void vectors_that_are_none_are_named_by_their_line() {
        int n = first("passage");
        for (String bad :
                List.of("AAAA", "AACAPwAAgD8AAMB/", "AACAPwAAgD8AAIB/", "no base64!", "AACAPwAAgD8AAIA/AACAPw==", "")) {
            refusedAt(n, field(n, "passage", "vector", bad).getBytes(UTF_8));
        }
        int scope = first("scope");
        for (String space : List.of("m", "m/", "m/x", "/3", "m/0", "m/-3", "m/1073741824", "m/99999999999")) {
            List<String> spoiled = new ArrayList<>(lines);
            spoiled.set(scope, field(scope, "scope", "space", space));
            spoiled.replaceAll(line -> line.replaceFirst("\"vector\":\"[^\"]*\"", "\"vector\":\"\""));
            MemoryService target = nextUser();
            assertThatThrownBy(() -> importAs(target, text(spoiled)))
                    .as(space)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageMatching("Line \\d+ of the export cannot be used: .+");
            assertThat(target.counts().isEmpty()).isTrue();
        }
    }

    @Test
    void what_is_announced_or_cited_and_does_not_come_is_named() {
        int resource = IntStream.range(0, lines.size())
                .filter(n -> lines.get(n).matches(".*\"copy_bytes\":\\d.*"))
                .findFirst()
                .orElseThrow();
        int item = last("item");
        String absent = "0".repeat(8) + "-0000-0000-0000-" + "0".repeat(12);
        for (String bad : List.of(
                number(resource, "passages", "2147483647"),
                number(resource, "passages", "0"),
                number(resource, "copy_bytes", "9223372036854775807"),
                number(resource, "copy_bytes", "0"))) {
            refused(resource, bad.getBytes(UTF_8));
        }
        refused(
                item,
                field(item, "item", "passage_ids", "x")
                        .replace("\"x\"", "[\"" + absent + "\"]")
                        .getBytes(UTF_8));
        refused(
                item,
                field(item, "item", "category_ids", "x")
                        .replace("\"x\"", "[\"" + absent + "\"]")
                        .getBytes(UTF_8));
        int passage = first("passage");
        refusedAt(passage, field(passage, "passage", "resource_id", absent).getBytes(UTF_8));
        List<String> without = new ArrayList<>(lines);
        without.remove(first("scope"));
        assertThatThrownBy(() -> importAs(nextUser(), text(without))).hasMessageContaining("Line 2");
    }

    @Test
    void ids_that_come_twice_are_one_row_or_reported() {
        for (String kind : List.of("category", "item")) {
            List<String> twice = new ArrayList<>(lines);
            int n = last(kind);
            twice.add(n + 1, lines.get(n).replaceFirst("\"(summary|description)\":\"", "$0Another "));
            MemoryService target = nextUser();
            var report = importAs(target, text(twice)).scopes().get(0);
            assertThat(report.notes()).as(kind).isNotEmpty();
            assertThat(target.counts()).as(kind).isEqualTo(whole);
        }
    }

    @Test
    void ids_of_another_user_touch_nothing_of_theirs() {
        MemoryService ana = memu.service("ana", "agent");
        Counts before = ana.counts();
        List<String> foreign = new ArrayList<>(lines);
        int scope = first("scope");
        foreign.set(scope, lines.get(scope).replace("\"user_id\":\"ana\"", "\"user_id\":\"mallory\""));
        foreign.replaceAll(line -> line.replace("Porto", "Nowhere"));
        memu.transfer().importFrom(new ByteArrayInputStream(text(foreign)), ImportOptions.DEFAULT.takingWhatIsWhole());
        assertThat(ana.counts()).isEqualTo(before);
        assertThat(ana.retrieve("Where does she live? Porto").toPrompt(10_000))
                .contains("Porto")
                .doesNotContain("Nowhere");
        assertThat(memu.service("mallory", "agent").counts().isEmpty()).isFalse();

        // An item that cites a passage of ana's, which mallory's memory does not have.
        List<String> stolen = new ArrayList<>(List.of(lines.get(0), foreign.get(scope), lines.get(last("item"))));
        stolen.set(1, foreign.get(scope).replace("mallory", "eve"));
        stolen.set(
                2,
                lines.stream()
                        .filter(line -> line.contains("\"kind\":\"item\"") && line.contains("\"passage_ids\":[\""))
                        .findFirst()
                        .orElseThrow());
        assertThatThrownBy(() -> memu.transfer()
                        .importFrom(new ByteArrayInputStream(text(stolen)), ImportOptions.DEFAULT.takingWhatIsWhole()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Line 3");
        assertThat(memu.service("eve", "agent").counts().isEmpty()).isTrue();
    }

    @Test
    void another_version_or_another_file_is_refused_by_its_first_line() {
        for (String header : List.of(
                "{\"format\": \"memu4j-export\", \"version\": 2}",
                "{\"format\": \"memu4j-export\", \"version\": \"1\"}".replace("\"1\"", "\"x\""),
                "{\"format\": \"memu4j-export\"}",
                "{\"format\": \"other\", \"version\": 1}",
                "{}",
                "[]",
                "",
                "null",
                "PK\u0003\u0004",
                "{\"format\": [\"memu4j-export\"], \"version\": 1}")) {
            List<String> spoiled = new ArrayList<>(lines);
            spoiled.set(0, header);
            MemoryService target = nextUser();
            assertThatThrownBy(() -> importAs(target, text(spoiled)))
                    .as(header)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageMatching("(?s)(This is not an export of memu4j|The export has version).+");
            assertThat(target.counts().isEmpty()).isTrue();
        }
    }

    @Test
    void a_line_without_an_end_is_refused_before_it_fills_the_heap() {
        byte[] head = (lines.get(0) + "\n" + lines.get(1) + "\n").getBytes(UTF_8);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                Arrays.fill(bytes, from, from + length, (byte) 'x');
                return length;
            }
        };
        assertThatThrownBy(() -> memu.transfer()
                        .importFrom(
                                new SequenceInputStream(new ByteArrayInputStream(head), endless),
                                ImportOptions.DEFAULT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Line 3")
                .hasMessageContaining("longer than");
    }

    @Test
    void more_passages_than_announced_are_refused_before_they_fill_the_heap() {
        int passage = first("passage");
        byte[] head = (String.join("\n", lines.subList(0, passage)) + "\n").getBytes(UTF_8);
        byte[] line = (lines.get(passage) + "\n").getBytes(UTF_8);
        InputStream endless = new InputStream() {
            private int at;

            @Override
            public int read() {
                byte next = line[at++];
                at %= line.length;
                return next & 0xff;
            }
        };
        assertThatThrownBy(() -> memu.transfer()
                        .importFrom(
                                new SequenceInputStream(new ByteArrayInputStream(head), endless),
                                ImportOptions.DEFAULT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageMatching("Line \\d+ of the export cannot be used: .*announced.*");
    }

    private MemoryService nextUser() {
        return memu.service("user" + users++, "agent");
    }

    private ImportReport importAs(MemoryService target, byte[] export) {
        return memu.transfer()
                .importFrom(
                        new ByteArrayInputStream(export),
                        ImportOptions.DEFAULT.withUser(target.scope().userId()));
    }

    /** Refused with that line's number, which is counted from 1. */
    private void refusedAt(int n, byte[] line) {
        assertThat(refused(n, line)).isEqualTo(n + 1);
    }

    private int refused(int n, byte[] line) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(n, new String(line, ISO_8859_1));
        byte[] spoiled = text(changed, n);
        MemoryService target = nextUser();
        try {
            importAs(target, spoiled);
        } catch (InvalidInputException e) {
            assertThat(e.getMessage().length()).isLessThan(500);
            requireWhole(target);
            importAs(target, text(lines));
            assertThat(target.counts()).isEqualTo(whole);
            return numberIn(e);
        }
        return fail("taken: " + new String(line, ISO_8859_1));
    }

    private static int numberIn(Exception e) {
        return Integer.parseInt(e.getMessage().replaceFirst("(?s)^Line (\\d+) .*", "$1"));
    }

    /** Every resource that is there is there with all its passages and its copy. */
    private void requireWhole(MemoryService target) {
        for (Resource resource : target.resources()
                .list(ResourceFilter.ALL, PageRequest.first(100))
                .rows()) {
            int passages = target.resources().passages(resource.id()).size();
            switch (resource.sourceKey()) {
                case "chat" -> assertThat(passages).isEqualTo(1);
                case "diary.txt" -> assertThat(passages).isEqualTo(ofDiary);
                default -> assertThat(passages).as("of a spoiled key").isIn(1, ofDiary);
            }
        }
    }

    private int first(String kind) {
        return lines.stream().map(HostileImportTest::kind).toList().indexOf(kind);
    }

    private int last(String kind) {
        return lines.stream().map(HostileImportTest::kind).toList().lastIndexOf(kind);
    }

    private static String kind(String line) {
        try {
            return JSON.readTree(line).path("kind").asText();
        } catch (IOException e) {
            return "";
        }
    }

    private String field(int n, String kind, String name, String value) {
        assertThat(kind(lines.get(n))).isEqualTo(kind);
        try {
            return ((ObjectNode) JSON.readTree(lines.get(n))).put(name, value).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String number(int n, String name, String value) {
        return field(n, kind(lines.get(n)), name, "value").replace("\"value\"", value);
    }

    private static byte[] text(List<String> lines) {
        return text(lines, -1);
    }

    /** With an end that fits; the line {@code raw} has one byte per character. */
    private static byte[] text(List<String> lines, int raw) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int last = lines.size() - 1;
        boolean ended = kind(lines.get(last)).equals("end");
        for (int n = 0; n < lines.size() - (ended ? 1 : 0); n++) {
            all.writeBytes(lines.get(n).getBytes(n == raw ? ISO_8859_1 : UTF_8));
            all.write('\n');
        }
        if (ended) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
                ObjectNode end = (ObjectNode) JSON.readTree(lines.get(last));
                end.put("sha256", HexFormat.of().formatHex(digest));
                all.writeBytes((end + "\n").getBytes(UTF_8));
            } catch (IOException | NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
        return all.toByteArray();
    }
}
