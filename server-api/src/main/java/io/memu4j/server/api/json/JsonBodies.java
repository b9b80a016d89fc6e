package io.memu4j.server.api.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.memu4j.server.api.RequestRefused;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Reads and writes our records. It stands in front of the JSON provider of the container, so that the same bodies are taken and the same
 * sentences said in every container.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json", MediaType.SERVER_SENT_EVENTS})
public final class JsonBodies implements MessageBodyReader<Record>, MessageBodyWriter<Record> {
    private final int longest;

    /** @param longest the most bytes of a body that is read */
    public JsonBodies(int longest) {
        this.longest = longest;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isOurs(type);
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(type, body);
    }

    /**
     * Reads one object.
     *
     * @throws RequestRefused if it is none, or too large
     */
    public <T> T read(Class<T> type, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(longest + 1);
        if (bytes.length > longest) {
            throw RequestRefused.of(
                    413,
                    "too-large",
                    "The JSON is larger than " + longest + " bytes. Send large sources as multipart/form-data.");
        }
        if (bytes.length == 0) {
            throw RequestRefused.malformed("The body is missing. Expected a JSON object.");
        }
        return parsed(type, bytes);
    }

    private static <T> T parsed(Class<T> type, byte[] bytes) throws IOException {
        try {
            T read = JsonFormat.mapper().readValue(bytes, type);
            if (read == null) {
                throw RequestRefused.malformed("The body is null. Expected a JSON object.");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw UnreadableBody.of(e);
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isOurs(type);
    }

    @Override
    public void writeTo(
            Record value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(JsonFormat.bytes(value));
    }

    /** Records of applications are left to the provider of the container. */
    private static boolean isOurs(Class<?> type) {
        return type.isRecord() && type.getName().startsWith("io.memu4j.");
    }
}
