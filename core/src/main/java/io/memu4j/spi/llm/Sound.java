package io.memu4j.spi.llm;

/**
 * A recording given to a model. The bytes are not copied: nobody changes them afterwards.
 *
 * @param fileName with the suffix of its format, for models that go by it; those of LangChain4j make a name of their own, with the suffix
 *     of the media type
 * @param mediaType for example {@code audio/mpeg}
 * @param bytes the file's content
 */
public record Sound(String fileName, String mediaType, byte[] bytes) {
    @Override
    public String toString() {
        return "Sound[" + mediaType + ", " + bytes.length + " bytes]";
    }
}
