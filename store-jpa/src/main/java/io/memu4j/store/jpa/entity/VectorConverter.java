package io.memu4j.store.jpa.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** {@code float[dimension]} as four little-endian bytes per float. */
@Converter
public final class VectorConverter implements AttributeConverter<float[], byte[]> {
    @Override
    public byte @Nullable [] convertToDatabaseColumn(float @Nullable [] vector) {
        if (vector == null) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    @Override
    public float @Nullable [] convertToEntityAttribute(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
