package io.memu4j.internal.ingest.text;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.value.Texts;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes text of bytes: by byte order mark, else by the declared character set, else UTF-8, else windows-1252 where the result clearly is
 * text.
 */
public final class TextDecoder {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** The longer marks first: that of UTF-32LE starts with that of UTF-16LE. */
    private static final List<Mark> MARKS = List.of(
            new Mark("UTF-32BE", 0x00, 0x00, 0xFE, 0xFF),
            new Mark("UTF-32LE", 0xFF, 0xFE, 0x00, 0x00),
            new Mark("UTF-8", 0xEF, 0xBB, 0xBF),
            new Mark("UTF-16BE", 0xFE, 0xFF),
            new Mark("UTF-16LE", 0xFF, 0xFE));

    private TextDecoder() {}

    /**
     * The text of {@code bytes}, with {@code \n} as the end of each line and nothing in it that a database cannot hold.
     *
     * @param declared the character set that came with the bytes, or null
     * @throws InvalidInputException when the bytes are no text
     */
    public static String decode(String subject, byte[] bytes, @Nullable Charset declared) {
        String text = attempt(bytes, declared);
        if (text == null || !isText(text)) {
            throw new InvalidInputException(
                    subject + " is not a text: its " + bytes.length
                            + " bytes are neither UTF-8, UTF-16 with a byte order mark, nor windows-1252. Save it as UTF-8 text.");
        }
        return normalized(text);
    }

    /** {@code text} with {@code \n} as the end of each line and nothing in it that a database cannot hold. */
    public static String normalized(String text) {
        String unified =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        return Texts.storable(unified);
    }

    private static @Nullable String attempt(byte[] bytes, @Nullable Charset declared) {
        for (Mark mark : MARKS) {
            if (mark.leads(bytes)) {
                return strict(bytes, mark.bytes().length, Charset.forName(mark.charset()));
            }
        }
        String text = declared == null ? null : strict(bytes, 0, declared);
        if (text == null) {
            text = strict(bytes, 0, StandardCharsets.UTF_8);
        }
        return text == null ? strict(bytes, 0, WINDOWS_1252) : text;
    }

    private static @Nullable String strict(byte[] bytes, int offset, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, offset, bytes.length - offset))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** A stray control character is a blemish; more than one in twenty characters is something else than text. */
    private static boolean isText(String text) {
        long controls = text.chars().filter(TextDecoder::isStrange).count();
        return controls <= 1 + text.length() / 20;
    }

    private static boolean isStrange(int c) {
        return (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')
                || (c >= 0x7F && c < 0xA0 && c != 0x85)
                || c == 0xFFFE;
    }

    private record Mark(String charset, int... bytes) {
        boolean leads(byte[] content) {
            if (content.length < bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if ((content[i] & 0xFF) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
