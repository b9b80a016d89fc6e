package io.memu4j.internal.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.value.CallerAttributes;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.spi.transfer.TransferRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordWriterTest {
    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final RecordWriter writer = new RecordWriter(out);

    @Test
    void the_largest_item_a_caller_can_make_is_a_line_that_is_read() throws IOException {
        Map<String, String> largest = new HashMap<>();
        for (char c = 1; c <= CallerAttributes.MAX_COUNT; c++) {
            largest.put(
                    c + "\u0001".repeat(CallerAttributes.MAX_KEY_LENGTH - 1),
                    "\u0001".repeat(CallerAttributes.MAX_VALUE_LENGTH));
        }

        writer.accept(
                0, item("\u0001".repeat(MemoryItem.MAX_LENGTH - 1) + "x", largest, Collections.nCopies(200_000, ID)));

        LineReader lines = new LineReader(new ByteArrayInputStream(out.toByteArray()));
        assertThat(lines.next()).hasSizeGreaterThan(10_000_000);
    }

    @Test
    void what_no_import_reads_is_not_written() {
        TransferRecord cited = item("I like tea", Map.of(), Collections.nCopies(450_000, ID));

        assertThatThrownBy(() -> writer.accept(0, cited))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("The item " + ID + " cannot be exported: it takes ");
        assertThat(out.size()).isZero();
    }

    private static TransferRecord item(String summary, Map<String, String> attributes, List<String> passageIds) {
        return new TransferRecord.OfItem(
                MemoryItem.builder(ID, MemoryType.PROFILE, summary, Instant.EPOCH)
                        .origin(MemoryItem.Origin.CREATED)
                        .attributes(attributes)
                        .passageIds(passageIds)
                        .build(),
                List.of(),
                null);
    }
}
