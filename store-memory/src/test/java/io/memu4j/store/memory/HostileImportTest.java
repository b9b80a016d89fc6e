package io.memu4j.store.memory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.MemoryService;
import io.memu4j.error.InvalidInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Exports whose lines somebody spoiled: one error that names the line, nothing by halves, and the good file completes it. */
class HostileImportTest extends SpoiledExport {
    /** Fields that may be missing; all others may not. */
    private static final Set<String> OPTIONAL = Set.of(
            "space",
            "vector",
            "caption",
            "missing",
            "media_type",
            "speaker",
            "role",
            "said_at",
            "happened_at",
            "valid_from",
            "valid_until",
            "closing",
            "fact",
            "expires_at",
            "history");

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
                "\u0000{\u0000\u0000",
                "\u0000\u0000\u00ff\u00fe",
                "\u00ef\u00bb",
                "\u00ed\u00a0\u0080")) {
            refusedAt(3, bad.getBytes(ISO_8859_1));
        }
        int passage = first("passage");
        refusedAt(passage, field(passage, "passage", "text", "\u00c3(").getBytes(ISO_8859_1));
    }

    @Test
    void attributes_beyond_the_limits_are_named_by_their_line() throws IOException {
        for (String kind : List.of("item", "resource")) {
            int n = first(kind);
            for (String bad : List.of(
                    "{\"\": \"v\"}",
                    "{\"" + "k".repeat(256) + "\": \"v\"}",
                    "{\"k\": \"" + "v".repeat(8_001) + "\"}")) {
                ObjectNode line = (ObjectNode) JSON.readTree(lines.get(n));
                line.set("attributes", JSON.readTree(bad));
                refusedAt(n, line.toString().getBytes(UTF_8));
            }
        }
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
}
