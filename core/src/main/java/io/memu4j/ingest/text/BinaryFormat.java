package io.memu4j.ingest.text;

import io.memu4j.model.Modality;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of file that is known by its first bytes, whatever its name.
 *
 * @param mediaType the IANA media type
 * @param words with article, for error messages
 * @param modality what it would be memorized as, or null for what never is
 */
public record BinaryFormat(String mediaType, String words, @Nullable Modality modality) {
    private static final int LOOKED_AT = 4096;

    private static final BinaryFormat WORD =
            of("vnd.openxmlformats-officedocument.wordprocessingml.document", "a Word document");
    private static final BinaryFormat SHEET =
            of("vnd.openxmlformats-officedocument.spreadsheetml.sheet", "a spreadsheet");
    private static final BinaryFormat SLIDES =
            of("vnd.openxmlformats-officedocument.presentationml.presentation", "a presentation");
    private static final BinaryFormat ZIP = new BinaryFormat("application/zip", "a ZIP archive", null);

    /** Latin-1 characters stand for bytes; the offset is where they must be found. */
    private static final List<Signature> SIGNATURES = List.of(
            image(0, "\u0089PNG\r\n", "png"),
            image(0, "\u00ff\u00d8\u00ff", "jpeg"),
            image(0, "GIF8", "gif"),
            image(8, "WEBP", "webp"),
            image(0, "II*\0", "tiff"),
            image(0, "MM\0*", "tiff"),
            image(4, "ftypheic", "heic"),
            image(4, "ftypavif", "avif"),
            audio(8, "WAVEfmt", "wav"),
            audio(0, "ID3", "mpeg"),
            audio(0, "\u00ff\u00fb", "mpeg"),
            audio(0, "\u00ff\u00f3", "mpeg"),
            audio(0, "fLaC", "flac"),
            audio(0, "OggS", "ogg"),
            audio(4, "ftypM4A", "mp4"),
            video(4, "ftyp", "mp4"),
            video(8, "AVI LIST", "x-msvideo"),
            video(0, "\u001aE\u00df\u00a3", "webm"),
            new Signature(0, "%PDF-", of("pdf", "a PDF document")),
            new Signature(0, "{\\rtf", of("rtf", "an RTF document")),
            new Signature(
                    0, "\u00d0\u00cf\u0011\u00e0", of("x-ole-storage", "an office document of the old binary kind")),
            new Signature(0, "PK\u0003\u0004", ZIP),
            other("\u001f\u008b", "gzip", "a gzip archive"),
            other("SQLite format 3\0", "vnd.sqlite3", "a SQLite database"),
            other("\u007fELF", "x-executable", "a program"));

    /** The format of a file that starts with those bytes; empty where it is none of the known ones. */
    public static Optional<BinaryFormat> of(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        return SIGNATURES.stream()
                .filter(s -> head.startsWith(s.bytes(), s.offset()))
                .findFirst()
                .map(s -> s.format().equals(ZIP) ? office(head) : s.format());
    }

    private static BinaryFormat office(String head) {
        if (head.contains("word/")) {
            return WORD;
        }
        if (head.contains("xl/")) {
            return SHEET;
        }
        return head.contains("ppt/") ? SLIDES : ZIP;
    }

    private static BinaryFormat of(String subtype, String words) {
        return new BinaryFormat("application/" + subtype, words, Modality.DOCUMENT);
    }

    private static Signature image(int offset, String bytes, String subtype) {
        return new Signature(offset, bytes, new BinaryFormat("image/" + subtype, "an image", Modality.IMAGE));
    }

    private static Signature audio(int offset, String bytes, String subtype) {
        return new Signature(offset, bytes, new BinaryFormat("audio/" + subtype, "an audio recording", Modality.AUDIO));
    }

    private static Signature video(int offset, String bytes, String subtype) {
        return new Signature(offset, bytes, new BinaryFormat("video/" + subtype, "a video", Modality.VIDEO));
    }

    private static Signature other(String bytes, String subtype, String words) {
        return new Signature(0, bytes, new BinaryFormat("application/" + subtype, words, null));
    }

    private record Signature(int offset, String bytes, BinaryFormat format) {}
}
