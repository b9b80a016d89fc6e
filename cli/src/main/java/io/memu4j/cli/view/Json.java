package io.memu4j.cli.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, texts, numbers and booleans as JSON; streamed, so that no command waits for a data binder to load. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();
    /** DEL and those of ISO 8859-1. */
    private static final Pattern LATE_CONTROLS = Pattern.compile("[\\x7f-\\x9f]");

    private Json() {}

    /** An object with its fields in the given order: name, value, name, value ... */
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    /** One indented document; control characters are escaped, also those that JSON lets through. */
    public static String text(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
            write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException("A StringWriter does no I/O.", e);
        }
        return LATE_CONTROLS
                .matcher(text.toString())
                .replaceAll(
                        found -> "\\\\u00" + Integer.toHexString(found.group().charAt(0)));
    }

    private static void write(JsonGenerator to, @Nullable Object value) throws IOException {
        if (value == null) {
            to.writeNull();
        } else if (value instanceof Map<?, ?> object) {
            to.writeStartObject();
            for (Map.Entry<?, ?> field : object.entrySet()) {
                to.writeFieldName(String.valueOf(field.getKey()));
                write(to, field.getValue());
            }
            to.writeEndObject();
        } else if (value instanceof List<?> list) {
            to.writeStartArray();
            for (Object element : list) {
                write(to, element);
            }
            to.writeEndArray();
        } else if (value instanceof Boolean flag) {
            to.writeBoolean(flag);
        } else if (value instanceof Double number) {
            to.writeNumber(number);
        } else if (value instanceof Number number) {
            to.writeNumber(number.longValue());
        } else {
            to.writeString(value.toString());
        }
    }
}
