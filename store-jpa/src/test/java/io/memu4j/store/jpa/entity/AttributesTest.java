package io.memu4j.store.jpa.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributesTest {
    @Test
    void what_is_stored_can_be_read_back_whatever_its_size() {
        Map<String, String> large = Map.of("k".repeat(60_000), "short", "short", "v".repeat(20_100_000));

        assertThat(Attributes.map(Attributes.json(large))).isEqualTo(large);
    }
}
