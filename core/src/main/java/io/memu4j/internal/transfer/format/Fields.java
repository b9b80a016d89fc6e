package io.memu4j.internal.transfer.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.internal.value.CallerAttributes;
import io.memu4j.internal.value.Texts;
import io.memu4j.spi.transfer.DerivedId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, each checked when it is asked for; what is wrong is a {@link Fault} that names the field. */
public record Fields(JsonNode object) {
    /** A fault whose message quotes nothing. */
    static final class Fault extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message);
        }
    }

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Instant EARLIEST = Instant.parse("-9999-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+10000-01-02T00:00:00Z");

    public Fields {
        if (!object.isObject()) {
            throw new Fault("it is not a JSON object");
        }
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    @Nullable
    Fields object(String name) {
        return has(name) ? new Fields(object.get(name)) : null;
    }

    /** The objects of a list; none where it is missing. */
    List<Fields> objects(String name) {
        JsonNode values = object.path(name);
        require(values.isMissingNode() || values.isArray(), name, "is no list");
        List<Fields> objects = new ArrayList<>();
        values.forEach(value -> objects.add(new Fields(value)));
        return objects;
    }

    @Nullable
    String optional(String name, int maxLength) {
        return has(name) ? text(name, maxLength) : null;
    }

    String text(String name, int maxLength) {
        JsonNode value = object.get(name);
        require(value != null && value.isTextual(), name, "is no text");
        String text = Texts.storable(value.textValue());
        require(text.length() <= maxLength, name, "is longer than " + maxLength + " characters");
        return text;
    }

    String notBlank(String name, int maxLength) {
        String text = text(name, maxLength);
        require(!text.isBlank(), name, "is blank");
        return text;
    }

    String notEmpty(String name, int maxLength) {
        String text = text(name, maxLength);
        require(!text.isEmpty(), name, "is empty");
        return text;
    }

    String id(String name) {
        String id = text(name, 36);
        require(DerivedId.isId(id), name, "is no UUID of 36 lower-case characters");
        return id;
    }

    String hash(String name) {
        String hash = text(name, 64);
        require(HASH.matcher(hash).matches(), name, "is no hash of 64 hexadecimal digits");
        return hash;
    }

    /** Without repetitions. */
    List<String> ids(String name) {
        JsonNode values = object.get(name);
        require(values != null && values.isArray(), name, "is no list");
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode value : values) {
            require(value.isTextual() && DerivedId.isId(value.textValue()), name, "holds something that is no UUID");
            ids.add(value.textValue());
        }
        return new ArrayList<>(ids);
    }

    int number(String name, int min, int max) {
        JsonNode value = object.get(name);
        require(value != null && value.isIntegralNumber() && value.canConvertToInt(), name, "is no whole number");
        require(value.intValue() >= min && value.intValue() <= max, name, "is out of range");
        return value.intValue();
    }

    long longNumber(String name) {
        JsonNode value = object.get(name);
        require(value != null && value.isIntegralNumber() && value.canConvertToLong(), name, "is no whole number");
        require(value.longValue() >= 0, name, "is negative");
        return value.longValue();
    }

    Instant instant(String name) {
        Instant time = Instant.parse(text(name, 64)).truncatedTo(ChronoUnit.MICROS);
        require(time.isAfter(EARLIEST) && time.isBefore(LATEST), name, "is out of range");
        return time;
    }

    @Nullable
    OffsetDateTime optionalTime(String name) {
        String text = optional(name, 64);
        if (text == null) {
            return null;
        }
        OffsetDateTime time = OffsetDateTime.parse(text).truncatedTo(ChronoUnit.MICROS);
        require(time.toInstant().isAfter(EARLIEST) && time.toInstant().isBefore(LATEST), name, "is out of range");
        return time;
    }

    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        JsonNode object = this.object.get("attributes");
        require(object != null && object.isObject(), "attributes", "is no object");
        object.fieldNames().forEachRemaining(name -> {
            JsonNode value = object.get(name);
            require(value.isTextual(), "attributes", "holds something that is no text");
            attributes.put(Texts.storable(name), Texts.storable(value.textValue()));
        });
        String wrong = CallerAttributes.fault(attributes);
        require(wrong == null, "attributes", "is not usable: they " + wrong);
        return attributes;
    }

    private static void require(boolean right, String name, String otherwise) {
        if (!right) {
            throw new Fault("the field '" + name + "' " + otherwise);
        }
    }
}
