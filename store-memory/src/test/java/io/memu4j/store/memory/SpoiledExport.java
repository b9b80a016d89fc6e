package io.memu4j.store.memory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.error.InvalidInputException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.NewItem;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.Counts;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryType;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.spi.llm.Models;
import io.memu4j.tck.HashedWordsModel;
import io.memu4j.transfer.ExportOptions;
import io.memu4j.transfer.ImportOptions;
import io.memu4j.transfer.ImportReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An export of a small memory, line by line, to be changed and imported as that of other users. */
abstract class SpoiledExport {
    static final ObjectMapper JSON = new ObjectMapper();

    private InMemoryFixture fixture;
    MemoryServiceFactory memu;
    List<String> lines;
    Counts whole;
    int ofDiary;
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
                List.of(ConversationMessage.user("Ana", "I play the violin.")
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
        assertThat(lines.stream().map(SpoiledExport::kind).toList())
                .contains("scope", "category", "resource", "passage", "copy", "item", "end");
    }

    @AfterEach
    void close() {
        memu.close();
    }

    MemoryService nextUser() {
        return memu.service("user" + users++, "agent");
    }

    ImportReport importAs(MemoryService target, byte[] export) {
        return memu.transfer()
                .importFrom(
                        new ByteArrayInputStream(export),
                        ImportOptions.DEFAULT.withUser(target.scope().userId()));
    }

    /** Refused with that line's number, which is counted from 1. */
    void refusedAt(int n, byte[] line) {
        assertThat(refused(n, line)).isEqualTo(n + 1);
    }

    int refused(int n, byte[] line) {
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

    static int numberIn(Exception e) {
        return Integer.parseInt(e.getMessage().replaceFirst("(?s)^Line (\\d+) .*", "$1"));
    }

    /** Every resource that is there is there with all its passages and its copy. */
    void requireWhole(MemoryService target) {
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

    int first(String kind) {
        return lines.stream().map(SpoiledExport::kind).toList().indexOf(kind);
    }

    int last(String kind) {
        return lines.stream().map(SpoiledExport::kind).toList().lastIndexOf(kind);
    }

    static String kind(String line) {
        try {
            return JSON.readTree(line).path("kind").asText();
        } catch (IOException e) {
            return "";
        }
    }

    String field(int n, String kind, String name, String value) {
        assertThat(kind(lines.get(n))).isEqualTo(kind);
        try {
            return ((ObjectNode) JSON.readTree(lines.get(n))).put(name, value).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String number(int n, String name, String value) {
        return field(n, kind(lines.get(n)), name, "value").replace("\"value\"", value);
    }

    static byte[] text(List<String> lines) {
        return text(lines, -1);
    }

    /** With an end that fits; the line {@code raw} has one byte per character. */
    static byte[] text(List<String> lines, int raw) {
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
