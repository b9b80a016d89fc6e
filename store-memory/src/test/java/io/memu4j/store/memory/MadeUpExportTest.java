package io.memu4j.store.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.error.InvalidInputException;
import io.memu4j.model.Counts;
import io.memu4j.transfer.ImportOptions;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exports that somebody made up: endless, of another version, with ids of others. */
class MadeUpExportTest extends SpoiledExport {
    @Test
    void another_version_or_another_file_is_refused_by_its_first_line() {
        for (String header : List.of(
                "{\"format\": \"memu4j-export\", \"version\": 3}",
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

            @Override
            public int read(byte[] bytes, int from, int length) {
                for (int i = from; i < from + length; i++) {
                    bytes[i] = (byte) read();
                }
                return length;
            }
        };
        assertThatThrownBy(() -> memu.transfer()
                        .importFrom(
                                new SequenceInputStream(new ByteArrayInputStream(head), endless),
                                ImportOptions.DEFAULT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageMatching("Line \\d+ of the export cannot be used: .*announced.*");
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
}
