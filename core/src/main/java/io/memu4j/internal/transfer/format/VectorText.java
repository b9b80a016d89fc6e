package io.memu4j.internal.transfer.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** A vector as text: Base64 of its floats, little-endian. */
final class VectorText {
    private VectorText() {}

    static byte[] bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    /** @throws IllegalArgumentException when the text is not Base64, or not of that many finite floats */
    static float[] parse(String text, int dimension) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length != (long) dimension * Float.BYTES) {
            throw new Fields.Fault("its vector has " + bytes.length / Float.BYTES + " numbers");
        }
        float[] vector = new float[dimension];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        for (float number : vector) {
            if (!Float.isFinite(number)) {
                throw new Fields.Fault("its vector holds a number that is not finite");
            }
        }
        return vector;
    }
}
