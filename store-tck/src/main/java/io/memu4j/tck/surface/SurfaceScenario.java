package io.memu4j.tck.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scenario of several users in a file: steps, each with who calls what, and what must and must not come back.
 *
 * <p>The calls, with their arguments: {@code memorize} (key, text), {@code retrieve} (query), {@code add} (text), {@code list_items}, {@code
 * get_item}, {@code history}, {@code item_passages}, {@code delete_item}, {@code reopen_item} (id), {@code update_item} (id, text),
 * {@code list_resources}, {@code get_resource}, {@code resource_passages}, {@code resource_copy}, {@code delete_resource} (id), {@code
 * list_categories}, {@code statistics}, {@code export}, {@code erase}. A step that a way to the memory does not have is left out.
 */
public final class SurfaceScenario {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final List<Step> steps;

    private SurfaceScenario(List<Step> steps) {
        this.steps = steps;
    }

    /**
     * One step.
     *
     * @param as who calls
     * @param call what
     * @param with the arguments; {@code ${name}} stands for an id that was kept
     * @param expect texts that come back
     * @param forbid texts that do not
     * @param refused whether it must be refused; null for not
     * @param keep the name under which the id that was made is kept, or null
     */
    public record Step(
            String as,
            String call,
            @Nullable Map<String, String> with,
            @Nullable List<String> expect,
            @Nullable List<String> forbid,
            @Nullable Boolean refused,
            @Nullable String keep) {}

    private record Document(List<Step> steps) {}

    /** {@return the scenario of two users who know each other's ids and keys of sources} */
    public static SurfaceScenario isolation() {
        return read("isolation.json");
    }

    private static SurfaceScenario read(String name) {
        try (InputStream file = Objects.requireNonNull(SurfaceScenario.class.getResourceAsStream(name), name)) {
            return new SurfaceScenario(
                    List.copyOf(JSON.readValue(file, Document.class).steps()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Carries out all steps.
     *
     * @param surface the way to the memory
     * @return how many steps this way has
     */
    public int run(Surface surface) {
        Map<String, String> kept = new HashMap<>();
        int taken = 0;
        for (int n = 0; n < steps.size(); n++) {
            Step step = steps.get(n);
            Map<String, String> arguments = new HashMap<>();
            Objects.requireNonNullElse(step.with(), Map.<String, String>of())
                    .forEach((key, value) -> arguments.put(key, filled(value, kept)));
            Optional<Surface.Outcome> outcome = surface.call(step.as(), step.call(), arguments);
            if (outcome.isPresent()) {
                taken++;
                check("step " + (n + 1) + ": " + step.as() + " calls " + step.call(), step, outcome.get());
                if (step.keep() != null) {
                    kept.put(step.keep(), outcome.get().id());
                }
            }
        }
        return taken;
    }

    private static String filled(String value, Map<String, String> kept) {
        String filled = value;
        for (Map.Entry<String, String> id : kept.entrySet()) {
            filled = filled.replace("${" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    private static void check(String name, Step step, Surface.Outcome outcome) {
        assertThat(outcome.refused())
                .as("%s, refused: %s", name, outcome.text())
                .isEqualTo(Boolean.TRUE.equals(step.refused()));
        for (String text : Objects.requireNonNullElse(step.expect(), List.<String>of())) {
            assertThat(outcome.text()).as(name).contains(text);
        }
        for (String text : Objects.requireNonNullElse(step.forbid(), List.<String>of())) {
            assertThat(outcome.text()).as(name).doesNotContain(text);
        }
        if (step.keep() != null) {
            assertThat(outcome.id()).as(name).isNotEmpty();
        }
    }
}
