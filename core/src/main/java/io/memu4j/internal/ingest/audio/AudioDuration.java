package io.memu4j.internal.ingest.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How long a recording is, as far as its size tells. */
public final class AudioDuration {
    private static final int WAV_BYTES_PER_SECOND_AT = 28;
    private static final int WAV_HEADER = 44;
    private static final int LOSSLESS_BYTES_PER_SECOND = 60_000;
    /** 64 kbit/s: between what speech and what music is encoded with. */
    private static final int USUAL_BYTES_PER_SECOND = 8_000;

    private AudioDuration() {}

    /** Seconds, from 1; exact for WAV, within a factor of three or so for other formats as they are usually encoded. */
    public static int seconds(String mediaType, byte[] bytes) {
        int perSecond =
                switch (mediaType) {
                    case "audio/wav" -> ofWav(bytes);
                    case "audio/flac" -> LOSSLESS_BYTES_PER_SECOND;
                    default -> USUAL_BYTES_PER_SECOND;
                };
        return 1 + bytes.length / perSecond;
    }

    private static int ofWav(byte[] bytes) {
        int stated = bytes.length < WAV_HEADER
                ? 0
                : ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(WAV_BYTES_PER_SECOND_AT);
        return stated > 0 ? stated : USUAL_BYTES_PER_SECOND;
    }
}
