package io.memu4j.internal.ingest.text;

import io.memu4j.model.Modality;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A kind of file that is known by its content, whatever its name. Web pages are one as well: they name their character set themselves.
 *
 * @param mediaType the IANA media type
 * @param words with article, for error messages
 * @param modality what it would be memorized as, or null for what never is
 */
public record BinaryFormat(String mediaType, String words, @Nullable Modality modality) {
    private static final int LOOKED_AT = 4096;

    /** Web pages. */
    public static final BinaryFormat HTML = new BinaryFormat("text/html", "a web page", Modality.DOCUMENT);

    static final BinaryFormat WORD =
            of("vnd.openxmlformats-officedocument.wordprocessingml.document", "a Word document");
    static final BinaryFormat SHEET = of("vnd.openxmlformats-officedocument.spreadsheetml.sheet", "a spreadsheet");
    static final BinaryFormat SLIDES =
            of("vnd.openxmlformats-officedocument.presentationml.presentation", "a presentation");
    static final BinaryFormat ZIP = new BinaryFormat("application/zip", "a ZIP archive", null);
    static final BinaryFormat MP3 = audio("mpeg");
    static final BinaryFormat MP4 = video("mp4");
    static final BinaryFormat MP4_SOUND = audio("mp4");
    static final BinaryFormat WEBM = video("webm");
    static final BinaryFormat WEBM_SOUND = audio("webm");
    static final BinaryFormat OGG = audio("ogg");
    static final BinaryFormat OGG_VIDEO = video("ogg");

    private static final BinaryFormat OLE = of("x-ole-storage", "an office document, locked or of the old binary kind");

    /** The media types memu4j-documents reads or knows how to refuse. */
    public static final Set<String> OF_DOCUMENTS_ARTIFACT =
            Set.of(HTML.mediaType(), WORD.mediaType(), OLE.mediaType(), "application/pdf");

    /** Latin-1 characters stand for bytes; the offset is where they must be found. */
    private static final List<Signature> SIGNATURES = List.of(
            new Signature(0, "\u0089PNG\r\n", image("png")),
            new Signature(0, "\u00ff\u00d8\u00ff", image("jpeg")),
            new Signature(0, "GIF87a", image("gif")),
            new Signature(0, "GIF89a", image("gif")),
            riff("WEBP", image("webp")),
            new Signature(0, "II*\0", image("tiff")),
            new Signature(0, "MM\0*", image("tiff")),
            box("ftypheic", image("heic")),
            box("ftypmif1", image("heic")),
            box("ftypavif", image("avif")),
            riff("WAVE", audio("wav")),
            new Signature(0, "ID3", MP3, Headers::isId3),
            new Signature(0, "fLaC\0", audio("flac")),
            new Signature(0, "fLaC\u0080", audio("flac")),
            new Signature(0, "OggS\0", OGG),
            box("ftypM4A", MP4_SOUND),
            box("ftypM4B", MP4_SOUND),
            box("ftypqt", video("quicktime")),
            box("ftyp", MP4),
            riff("AVI ", video("x-msvideo")),
            new Signature(0, "\u001aE\u00df\u00a3", WEBM),
            new Signature(0, "%PDF-", of("pdf", "a PDF document")),
            new Signature(0, "{\\rtf", of("rtf", "an RTF document")),
            new Signature(0, "\u00d0\u00cf\u0011\u00e0", OLE),
            new Signature(0, "PK\u0003\u0004", ZIP),
            other("\u001f\u008b", "gzip", "a gzip archive"),
            other("SQLite format 3\0", "vnd.sqlite3", "a SQLite database"),
            other("\u007fELF", "x-executable", "a program"));

    /**
     * The format of a file; empty where it is none of the known ones, such as text.
     *
     * @param name the file's name, which decides where the content leaves two possibilities, or null
     */
    public static Optional<BinaryFormat> of(byte[] content, @Nullable String name) {
        String head = new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        for (Signature signature : SIGNATURES) {
            if (signature.leads(head)) {
                return Optional.of(Containers.refined(signature.format(), content, head, name));
            }
        }
        if (Containers.isMp3Frame(content)) {
            return Optional.of(MP3);
        }
        return HtmlText.startsAsHtml(head) ? Optional.of(HTML) : Optional.empty();
    }

    private static BinaryFormat of(String subtype, String words) {
        return new BinaryFormat("application/" + subtype, words, Modality.DOCUMENT);
    }

    private static BinaryFormat image(String subtype) {
        return new BinaryFormat("image/" + subtype, "an image", Modality.IMAGE);
    }

    private static BinaryFormat audio(String subtype) {
        return new BinaryFormat("audio/" + subtype, "an audio recording", Modality.AUDIO);
    }

    private static BinaryFormat video(String subtype) {
        return new BinaryFormat("video/" + subtype, "a video", Modality.VIDEO);
    }

    private static Signature other(String bytes, String subtype, String words) {
        return new Signature(0, bytes, new BinaryFormat("application/" + subtype, words, null));
    }

    private static Signature riff(String kind, BinaryFormat format) {
        return new Signature(8, kind, format, Headers::isRiff);
    }

    private static Signature box(String kind, BinaryFormat format) {
        return new Signature(4, kind, format, Headers::isFtyp);
    }

    /** @param structure what else must hold of the beginning of the file */
    private record Signature(int offset, String bytes, BinaryFormat format, Predicate<String> structure) {
        Signature(int offset, String bytes, BinaryFormat format) {
            this(offset, bytes, format, head -> true);
        }

        boolean leads(String head) {
            return head.startsWith(bytes, offset) && structure.test(head);
        }
    }
}
