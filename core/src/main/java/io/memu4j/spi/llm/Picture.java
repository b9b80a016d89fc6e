package io.memu4j.spi.llm;

/**
 * A picture shown to a model. The bytes are not copied: nobody changes them afterwards.
 *
 * @param mediaType for example {@code image/png}
 * @param bytes the file's content
 */
public record Picture(String mediaType, byte[] bytes) {
    @Override
    public String toString() {
        return "Picture[" + mediaType + ", " + bytes.length + " bytes]";
    }
}
