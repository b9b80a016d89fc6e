package io.memu4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuildersTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:15:30Z");
    private static final LocalDateTime NOON = LocalDateTime.parse("2026-05-04T12:00");

    static Stream<Object> values() {
        return Stream.of(
                Resource.builder("id", "key", Modality.CONVERSATION, "hash", NOW)
                        .build(),
                MemoryItem.builder("id", MemoryType.PROFILE, "secret", NOW).build(),
                Passage.builder("id", "resource", 0, "secret", NOW).build(),
                Category.builder("id", "secret", NOW).build(),
                ConversationMessage.user("secret"),
                ModelCall.builder(ModelStep.RANK, "model").build(),
                CallTotals.NONE,
                Counts.NONE);
    }

    @ParameterizedTest
    @MethodSource("values")
    void every_part_is_set_kept_by_a_copy_and_compared(Object value) throws Exception {
        for (Method setter : builder(value).getClass().getDeclaredMethods()) {
            if (setter.getParameterCount() != 1 || setter.isSynthetic()) {
                continue;
            }
            Object part = sample(setter.getParameterTypes()[0]);
            Object changed = build(setter.invoke(builder(value), part));
            assertThat(changed.getClass().getMethod(setter.getName()).invoke(changed))
                    .as("part %s", setter.getName())
                    .isEqualTo(part);
            assertThat(changed).as("part %s", setter.getName()).isNotEqualTo(value);
            assertThat(build(builder(changed)))
                    .as("part %s", setter.getName())
                    .isEqualTo(changed)
                    .hasSameHashCodeAs(changed);
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void no_text_is_shown(Object value) {
        assertThat(value.toString()).doesNotContain("secret");
    }

    private static Object builder(Object value) throws Exception {
        return value.getClass().getMethod("toBuilder").invoke(value);
    }

    private static Object build(Object builder) throws Exception {
        return builder.getClass().getMethod("build").invoke(builder);
    }

    private static Object sample(Class<?> type) {
        List<Object> samples = List.of(
                "text",
                7,
                7L,
                NOW.plusSeconds(1),
                OffsetDateTime.parse("2026-05-04T12:00+02:00"),
                Duration.ofSeconds(7),
                Map.of("a", "b"),
                List.of("id"),
                MemoryType.TOOL,
                Usage.of(1, 2),
                new Validity(new TimeBound(NOON, HappenedAt.Precision.DAY), null),
                new Closing("moved", null, NOW),
                new HappenedAt(NOON, NOON.plusDays(1), HappenedAt.Precision.DAY));
        if (type.isEnum()) {
            return type.getEnumConstants()[1];
        }
        Class<?> boxed = type == int.class ? Integer.class : type == long.class ? Long.class : type;
        return samples.stream().filter(boxed::isInstance).findFirst().orElseThrow();
    }
}
