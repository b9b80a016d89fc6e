package io.memu4j.spi.llm;

/**
 * A recording for a model. The bytes are not copied; do not change them.
 *
 * @param fileName has the suffix of the format, for models that need it. LangChain4j's models make their own name from the media type
 * @param mediaType for example {@code audio/mpeg}
 * @param bytes the content of the file
 */
public record Sound(String fileName, String mediaType, byte[] bytes) {
    @Override
    public String toString() {
        return "Sound[" + mediaType + ", " + bytes.length + " bytes]";
    }
}
