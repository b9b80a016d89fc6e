package io.memu4j.spi.llm;

/**
 * A picture for a model. The bytes are not copied; do not change them.
 *
 * @param mediaType for example {@code image/png}
 * @param bytes the content of the file
 */
public record Picture(String mediaType, byte[] bytes) {
    @Override
    public String toString() {
        return "Picture[" + mediaType + ", " + bytes.length + " bytes]";
    }
}
